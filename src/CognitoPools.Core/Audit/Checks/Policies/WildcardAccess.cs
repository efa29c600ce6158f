using CognitoPools.Roles.Permissions;

namespace CognitoPools.Audit.Checks.Policies;

/// <summary>Access to all actions or all resources of a service that stores data or sends messages.</summary>
internal static class WildcardAccess
{
    private static readonly string[] Services = ["s3", "dynamodb", "sqs", "sns", "ses", "kinesis", "iot", "appsync"];

    private static readonly string[] LogReads =
        ["logs:GetLogEvents", "logs:FilterLogEvents", "logs:StartQuery", "logs:StartLiveTail", "logs:GetLogRecord"];

    // The only resource that these actions support is "*".
    private static readonly string[] WithoutResources =
    [
        "s3:ListAllMyBuckets", "dynamodb:ListTables", "dynamodb:DescribeLimits", "sqs:ListQueues", "sns:ListTopics",
        "ses:GetSendQuota", "ses:ListIdentities", "kinesis:ListStreams", "iot:DescribeEndpoint", "appsync:ListGraphqlApis",
    ];

    /// <summary>Whether a grant allows such access to all users alike.</summary>
    public static bool IsGivenBy(EffectiveGrant grant) =>
        !grant.DiffersByUser() && !grant.IsWithin(WithoutResources)
            && (Array.Exists(Services, service => IsOf(grant, service, [$"{service}:*"]))
                || IsOf(grant, "logs", LogReads)
                || (grant.IsOnEverything() && IsOf(grant, "lambda", ["lambda:InvokeFunction", "lambda:InvokeFunctionUrl"]))
                || (grant.IsOnEverything() && IsOf(grant, "kms", ["kms:Decrypt"])));

    private static bool IsOf(EffectiveGrant grant, string service, string[] actions) =>
        grant.IsOfService(service) && Array.Exists(actions, grant.Allows) && (grant.IsOnEverything() || grant.Names($"{service}:*"));
}
