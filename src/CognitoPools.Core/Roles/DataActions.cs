namespace CognitoPools.Roles;

/// <summary>The actions on data of S3 and DynamoDB that roles of pools usually grant.</summary>
internal static class DataActions
{
    /// <summary>The actions that read objects of a bucket.</summary>
    public static IReadOnlyList<string> ObjectReads { get; } = ["s3:GetObject", "s3:GetObjectVersion"];

    /// <summary>The actions that write or delete objects of a bucket.</summary>
    public static IReadOnlyList<string> ObjectWrites { get; } = ["s3:PutObject", "s3:DeleteObject", "s3:DeleteObjectVersion"];

    /// <summary>The action that lists the objects of a bucket.</summary>
    public static string Listing => "s3:ListBucket";

    /// <summary>The actions that read items of a table.</summary>
    public static IReadOnlyList<string> ItemReads { get; } =
        ["dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query", "dynamodb:Scan", "dynamodb:PartiQLSelect"];

    /// <summary>The actions that write or delete items of a table.</summary>
    public static IReadOnlyList<string> ItemWrites { get; } =
    [
        "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem", "dynamodb:BatchWriteItem",
        "dynamodb:PartiQLInsert", "dynamodb:PartiQLUpdate", "dynamodb:PartiQLDelete",
    ];

    /// <summary>The actions that delete buckets and tables, open them to others or change how they keep data. They are
    /// not actions on data, and <see cref="All"/> does not include them.</summary>
    public static IReadOnlyList<string> Administration { get; } =
    [
        "s3:DeleteBucket", "s3:DeleteBucketPolicy", "s3:PutBucketAcl", "s3:PutBucketPolicy", "s3:PutBucketPublicAccessBlock",
        "s3:PutLifecycleConfiguration", "s3:PutObjectAcl", "s3:PutObjectVersionAcl", "s3:PutReplicationConfiguration",
        "dynamodb:DeleteTable", "dynamodb:UpdateTable", "dynamodb:DeleteBackup", "dynamodb:UpdateTimeToLive",
        "dynamodb:PutResourcePolicy",
    ];

    /// <summary>All actions on data.</summary>
    public static IReadOnlyList<string> All { get; } = [.. ObjectReads, .. ObjectWrites, Listing, .. ItemReads, .. ItemWrites];
}
