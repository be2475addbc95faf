/** Types of resources that hold what cannot be made again. Their logical ids must stay as they are. */
export const keptTypes: readonly string[] = [
  'AWS::Cognito::UserPool',
  'AWS::DynamoDB::Table',
  'AWS::KMS::Key',
  'AWS::S3::Bucket',
  'AWS::SES::EmailIdentity',
  'AWS::SQS::Queue',
  'AWS::SecretsManager::Secret',
];
