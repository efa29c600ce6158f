namespace CognitoPools.Roles;

/// <summary>The actions on data of S3 and DynamoDB that users of pools are given.</summary>
internal static class DataActions
{
    /// <summary>Those that read objects of a bucket.</summary>
    public static IReadOnlyList<string> ObjectReads { get; } = ["s3:GetObject", "s3:GetObjectVersion"];

    /// <summary>Those that write or delete objects of a bucket.</summary>
    public static IReadOnlyList<string> ObjectWrites { get; } = ["s3:PutObject", "s3:DeleteObject", "s3:DeleteObjectVersion"];

    /// <summary>The one that lists the objects of a bucket.</summary>
    public static string Listing => "s3:ListBucket";

    /// <summary>Those that read items of a table.</summary>
    public static IReadOnlyList<string> ItemReads { get; } =
        ["dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query", "dynamodb:Scan", "dynamodb:PartiQLSelect"];

    /// <summary>Those that write or delete items of a table.</summary>
    public static IReadOnlyList<string> ItemWrites { get; } =
    [
        "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem", "dynamodb:BatchWriteItem",
        "dynamodb:PartiQLInsert", "dynamodb:PartiQLUpdate", "dynamodb:PartiQLDelete",
    ];

    /// <summary>Those that delete buckets and tables, open them to others or change how they keep data. They are no actions on
    /// data, and <see cref="All"/> does not have them.</summary>
    public static IReadOnlyList<string> Administration { get; } =
    [
        "s3:DeleteBucket", "s3:DeleteBucketPolicy", "s3:PutBucketAcl", "s3:PutBucketPolicy", "s3:PutBucketPublicAccessBlock",
        "s3:PutLifecycleConfiguration", "s3:PutObjectAcl", "s3:PutObjectVersionAcl", "s3:PutReplicationConfiguration",
        "dynamodb:DeleteTable", "dynamodb:UpdateTable", "dynamodb:DeleteBackup", "dynamodb:UpdateTimeToLive",
        "dynamodb:PutResourcePolicy",
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [.. ObjectReads, .. ObjectWrites, Listing, .. ItemReads, .. ItemWrites];
}
