using CognitoPools.Roles.Permissions;

namespace CognitoPools.Audit.Checks.Policies;

/// <summary>All actions or all resources of a service that keeps data or sends messages.</summary>
internal static class WildcardAccess
{
    private static readonly string[] Services = ["s3", "dynamodb", "sqs", "sns", "ses", "kinesis", "iot", "appsync"];

    private static readonly string[] LogReads =
        ["logs:GetLogEvents", "logs:FilterLogEvents", "logs:StartQuery", "logs:StartLiveTail", "logs:GetLogRecord"];

    // They know no resource but "*".
    private static readonly string[] WithoutResources =
    [
        "s3:ListAllMyBuckets", "dynamodb:ListTables", "dynamodb:DescribeLimits", "sqs:ListQueues", "sns:ListTopics",
        "ses:GetSendQuota", "ses:ListIdentities", "kinesis:ListStreams", "iot:DescribeEndpoint", "appsync:ListGraphqlApis",
    ];

    /// <summary>Whether a grant gives it to everybody alike.</summary>
    public static bool IsGivenBy(EffectiveGrant grant) =>
        !grant.DiffersByUser() && !grant.IsWithin(WithoutResources)
            && (Array.Exists(Services, service => IsOf(grant, service, [$"{service}:*"]))
                || IsOf(grant, "logs", LogReads)
                || (grant.IsOnEverything() && IsOf(grant, "lambda", ["lambda:InvokeFunction", "lambda:InvokeFunctionUrl"]))
                || (grant.IsOnEverything() && IsOf(grant, "kms", ["kms:Decrypt"])));

    private static bool IsOf(EffectiveGrant grant, string service, string[] actions) =>
        grant.IsOfService(service) && Array.Exists(actions, grant.Allows) && (grant.IsOnEverything() || grant.Names($"{service}:*"));
}
