import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { explain } from '../suppress.ts';

/**
 * A bucket in the form that CDK’s own interface requires: the class declares this property as optional, the
 * interface does not.
 */
export class PlainBucket extends Bucket {
  override get isWebsite(): boolean {
    return false;
  }
}

/** A bucket for the access logs of others. They are stored for a year. */
export function accessLogBucket(scope: Construct, id: string): PlainBucket {
  const logs = new PlainBucket(scope, id, {
    // S3 and CloudFront deliver their logs only with S3’s own key.
    encryption: BucketEncryption.S3_MANAGED,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    enforceSSL: true,
    versioned: true,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_PREFERRED,
    lifecycleRules: [{ expiration: Duration.days(365), noncurrentVersionExpiration: Duration.days(30) }],
    removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
  });
  explain(logs, 'AwsSolutions-S1', 'It holds the access logs: logging the access to it would never end.');
  return logs;
}

/** Files that people upload and download: imports, documents, exports. */
export class Files extends Construct {
  readonly bucket: PlainBucket;

  constructor(scope: Construct, id: string, key: IKey) {
    super(scope, id);
    this.bucket = new PlainBucket(this, 'Bucket', {
      encryption: BucketEncryption.KMS,
      encryptionKey: key,
      bucketKeyEnabled: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      versioned: true,
      serverAccessLogsBucket: accessLogBucket(this, 'AccessLogs'),
      serverAccessLogsPrefix: 'files/',
      lifecycleRules: [{ abortIncompleteMultipartUploadAfter: Duration.days(7) }],
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
  }
}
