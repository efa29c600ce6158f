using System.Text.Json;

namespace CognitoPools.Roles.Permissions;

/// <summary>The services that guests can use in the enhanced flow, whatever their role allows. The service passes a
/// session policy that blocks the rest.</summary>
/// <remarks>
/// https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html#access-policies-scope-down-services and,
/// for the single actions,
/// https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonCognitoUnAuthedIdentitiesSessionPolicy.html (version 4).
/// </remarks>
internal static class GuestCeiling
{
    private static readonly string[] Whole =
    [
        "appsync",
        "cloudwatch",
        "codewhisperer",
        "cognito-identity",
        "cognito-idp",
        "cognito-sync",
        "comprehend",
        "dynamodb",
        "execute-api",
        "firehose",
        "gamelift",
        "iot",
        "kinesis",
        "lambda",
        "lex",
        "logs",
        "machinelearning",
        "mobileanalytics",
        "mobiletargeting",
        "personalize",
        "polly",
        "rekognition",
        "s3",
        "sdb",
        "ses",
        "sns",
        "sqs",
        "transcribe",
        "translate",
    ];

    private static readonly string[] Actions =
    [
        "geo:*DevicePosition*",
        "geo:*Geofence",
        "geo:*Geofences",
        "geo:CalculateRoute*",
        "geo:GetMap*",
        "geo:GetPlace",
        "geo:ListMaps",
        "geo:SearchPlaceIndex*",
        "kms:Decrypt",
        "kms:Encrypt",
        "kms:GenerateDataKey*",
        "kms:ReEncrypt*",
        "rum:PutRumEvents",
        "sagemaker:InvokeEndpoint",
        "textract:AnalyzeDocument",
        "textract:DetectDocumentText",
    ];

    // https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html: the service itself applies them.
    /// <summary>The ceiling as patterns of actions. It does not restrict resources.</summary>
    public static IReadOnlyList<string> Patterns { get; } = [.. Whole.Select(service => $"{service}:*").Concat(Actions)];

    /// <summary>The actions that a permissions policy allows and the ceiling blocks, as they are in the policy. They
    /// include actions with a wildcard that the ceiling blocks in part.</summary>
    /// <param name="document">A permissions policy as JSON.</param>
    /// <exception cref="FormatException">It is not a valid policy.</exception>
    public static IReadOnlyList<string> CutOff(string document)
    {
        using var parsed = JsonDocument.Parse(RolePolicyDocument.Parse(document).ToJson(indented: false));
        var allowed = PolicyJson.Statements(parsed.RootElement)
            .Where(statement => statement.GetProperty("Effect").GetString() == "Allow")
            .ToList();
        var named = allowed.Where(statement => statement.TryGetProperty("Action", out _))
            .SelectMany(statement => PolicyJson.Strings(statement.GetProperty("Action"), "Action"))
            .Where(action => !Admits(action));
        var excluded = allowed.Where(statement => statement.TryGetProperty("NotAction", out _))
            .Select(statement =>
                $"everything except {string.Join(", ", PolicyJson.Strings(statement.GetProperty("NotAction"), "NotAction"))}");
        return [.. named.Concat(excluded).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>Whether the ceiling allows an action completely.</summary>
    /// <param name="action">An action, such as <c>s3:Get*</c>.</param>
    public static bool Admits(string action)
    {
        var colon = action.IndexOf(':');
        return colon > 0
            && (Whole.Contains(action.Substring(0, colon), StringComparer.OrdinalIgnoreCase)
                || Actions.Any(known => string.Equals(known, action, StringComparison.OrdinalIgnoreCase)
                    || new PolicyPattern(known, wildcards: true, variables: false).Matches(action, ignoreCase: true)));
    }
}
