/** What becomes of each class of CTDL: a credential of a kind, a record beside credentials, or nothing, and why. */
import type { Rows } from '../../pack/tables.ts';

export type CredentialKind = Rows['credential']['kind'];
export type ClassUse =
  | { readonly use: 'credential'; readonly kind: CredentialKind }
  | { readonly use: 'organization' | 'cost-manifest' | 'condition-manifest' }
  | { readonly use: 'skip'; readonly code: string };

const KINDS: Readonly<Record<CredentialKind, readonly string[]>> = {
  certificate: [
    'Certificate', 'AcademicCertificate', 'BasicTechnicalCertificate', 'CertificateOfCompletion', 'ProfessionalCertificate', 'ProficiencyCertificate', 'WorkBasedLearningCertificate',
    'GeneralEducationLevel1Certificate', 'GeneralEducationLevel2Certificate', 'HigherEducationLevel1Certificate', 'HigherEducationLevel2Certificate', 'SecondaryEducationCertificate',
    'TechnicalLevel1Certificate', 'TechnicalLevel2Certificate', 'TechnicalLevel3Certificate', 'PreApprenticeshipCertificate', 'JourneymanCertificate', 'MasterCertificate',
    'MicroCredential', 'Diploma',
  ],
  certification: ['Certification'],
  license: ['License'],
  'registry-listing': [],
  apprenticeship: ['ApprenticeshipCertificate'],
  associate: ['AssociateDegree', 'AssociateOfAppliedArtsDegree', 'AssociateOfAppliedScienceDegree', 'AssociateOfArtsDegree', 'AssociateOfScienceDegree'],
  bachelor: ['BachelorDegree', 'BachelorOfArtsDegree', 'BachelorOfScienceDegree'],
  // Attended, not assessed.
  'course-card': ['CertificateOfParticipation'],
  badge: ['Badge', 'DigitalBadge', 'OpenBadge'],
};

const SKIPPED: Readonly<Record<string, readonly string[]>> = {
  'beyond-bachelor': [
    'MasterDegree', 'MasterOfArtsDegree', 'MasterOfScienceDegree', 'SpecialistDegree', 'DoctoralDegree', 'ProfessionalDoctorate', 'ResearchDoctorate', 'PostBaccalaureateCertificate', 'PostMasterCertificate',
  ],
  'school-diploma': ['SecondarySchoolDiploma', 'GeneralEducationDevelopment'],
  'level-unknown': ['Degree', 'Credential'],
  'for-organizations': ['QualityAssuranceCredential'],
  'class-assessment': ['AssessmentProfile', 'Assessment'],
  'class-learning': ['LearningOpportunityProfile', 'LearningOpportunity', 'LearningProgram', 'Course', 'LearningResource', 'ScheduledOffering'],
  'class-work': ['Occupation', 'Job', 'Task', 'WorkRole', 'Industry', 'WorkforceDemandAction'],
  'class-competency': ['Competency', 'CompetencyFramework', 'ProficiencyScale', 'Rubric', 'RubricCriterion', 'ProgressionModel', 'ProgressionLevel'],
  'class-concept': ['Concept', 'ConceptScheme'],
  'class-transfer': ['TransferValueProfile', 'TransferIntermediary', 'TransferAgreement', 'PriorLearningPolicy'],
  'class-outcomes': ['DataSetProfile', 'DataProfile', 'DataSetTimeFrame', 'SubjectProfile', 'Metric', 'Observation', 'Dimension', 'AggregateDataProfile', 'EarningsProfile', 'EmploymentOutcomeProfile', 'HoldersProfile'],
  'class-collection': ['Collection', 'CollectionMember'],
  'class-pathway': [
    'Pathway', 'PathwaySet', 'PathwayComponent', 'AssessmentComponent', 'BasicComponent', 'CocurricularComponent', 'CollectionComponent', 'CompetencyComponent', 'CourseComponent', 'CredentialComponent',
    'ExtracurricularComponent', 'JobComponent', 'MultiComponent', 'SelectionComponent', 'WorkExperienceComponent', 'ComponentCondition', 'Constraint', 'ConstraintRule',
  ],
  // Parts of other records and support classes, when they stand alone.
  'class-other': [
    'AccreditAction', 'AdvancedStandingAction', 'AlignmentMap', 'AlignmentObject', 'ApproveAction', 'ConditionProfile', 'ContactPoint', 'CostProfile', 'CredentialAlignmentObject', 'CredentialAssertion',
    'CredentialFramework', 'CredentialType', 'CredentialingAction', 'DurationProfile', 'EvaluationOutcome', 'FinancialAssistanceProfile', 'FinancialAlignmentObject', 'GeoCoordinates', 'IdentifierValue',
    'IndustryClassification', 'InstructionalProgramClassification', 'JurisdictionProfile', 'MonetaryAmount', 'MonetaryAmountDistribution', 'OccupationClassification', 'OfferAction', 'PayProfile', 'Place',
    'PostalAddress', 'ProcessProfile', 'QualificationsFramework', 'QuantitativeValue', 'RecognizeAction', 'RegistrationAction', 'RegulateAction', 'RegulatoryInformation', 'RenewAction', 'RevocationProfile',
    'RevokeAction', 'RightsAction', 'RuleSet', 'RuleSetProfile', 'StructuredStatement', 'SupportService', 'ValueProfile', 'VerificationServiceProfile',
  ],
};

const USES: ReadonlyMap<string, ClassUse> = new Map<string, ClassUse>([
  ...Object.entries(KINDS).flatMap(([kind, names]) => names.map((name): [string, ClassUse] => [name, { use: 'credential', kind: kind as CredentialKind }])),
  ...Object.entries(SKIPPED).flatMap(([code, names]) => names.map((name): [string, ClassUse] => [name, { use: 'skip', code }])),
  ...['CredentialOrganization', 'QACredentialOrganization', 'Organization', 'Agent', 'CredentialPerson'].map((name): [string, ClassUse] => [name, { use: 'organization' }]),
  ['CostManifest', { use: 'cost-manifest' }],
  ['ConditionManifest', { use: 'condition-manifest' }],
]);

/** What becomes of a class, by its name without prefix; null when CTDL has no such class. */
export const fateOf = (name: string): ClassUse | null => USES.get(name) ?? null;

export const CLASS_PROBLEMS = {
  'beyond-bachelor': 'A credential beyond the bachelor\'s degree.',
  'school-diploma': 'A high school diploma or its equivalent: what everybody starts from, not a credential to choose.',
  'level-unknown': 'The record does not say which credential or degree it is.',
  'for-organizations': 'A recognition of organizations, not of people.',
  'class-assessment': 'An assessment, not a credential.',
  'class-learning': 'A course or program of learning, not a credential.',
  'class-work': 'A job, an occupation or a task, not a credential.',
  'class-competency': 'A competency or a framework of them, not a credential.',
  'class-concept': 'A word of a vocabulary, not a credential.',
  'class-transfer': 'An agreement on the transfer of credit, not a credential.',
  'class-outcomes': 'Figures on outcomes, not a credential.',
  'class-collection': 'A list of records, not a credential.',
  'class-pathway': 'A pathway or a part of one: it is read from a file of pathways.',
  'class-other': 'A part that belongs to other records, not a credential.',
  'class-unknown': 'CTDL has no such class. Look whether its name is spelled right.',
  'class-missing': 'The record does not say what it is: it has no @type.',
} as const;
