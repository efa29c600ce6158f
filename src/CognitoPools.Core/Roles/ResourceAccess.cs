using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CognitoPools.Account;

namespace CognitoPools.Roles;

/// <summary>Access to resources of which every user gets a separate part, identified by the identity's id or by a
/// principal tag.</summary>
/// <remarks>https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html</remarks>
public sealed class ResourceAccess
{
    private static readonly Regex BucketName = new(@"\A[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\z", RegexOptions.CultureInvariant);
    private static readonly Regex PrefixForm = new(@"\A[A-Za-z0-9!_.*'()/=@:+-]*\z", RegexOptions.CultureInvariant);
    private static readonly Regex TableName = new(@"\A[A-Za-z0-9_.-]{3,255}\z", RegexOptions.CultureInvariant);
    private static readonly Regex ApiForm = new(@"\A[a-z0-9]{4,20}(/[^\s]*)?\z", RegexOptions.CultureInvariant);

    private static readonly string[] TableReads = ["dynamodb:BatchGetItem", "dynamodb:GetItem", "dynamodb:Query"];
    private static readonly string[] TableWrites =
    [
        "dynamodb:BatchWriteItem",
        "dynamodb:DeleteItem",
        "dynamodb:PutItem",
        "dynamodb:UpdateItem",
    ];

    private readonly Func<bool, IEnumerable<JsonObject>> statements;

    private ResourceAccess(Func<bool, IEnumerable<JsonObject>> statements) => this.statements = statements;

    /// <summary>The part of a policy that represents the user: the identity's id, or the value of a principal
    /// tag.</summary>
    /// <param name="partition">The pool's partition.</param>
    /// <param name="tag">The tag's key, or null.</param>
    public static string Owner(AwsPartition partition, string? tag) =>
        tag is null ? $"${{{partition.CognitoKeyPrefix}:sub}}" : $"${{aws:PrincipalTag/{tag}}}";

    /// <summary>A prefix of an S3 bucket for each user, including its listing.</summary>
    /// <param name="partition">The pool's partition.</param>
    /// <param name="bucket">The bucket's name.</param>
    /// <param name="prefix">The part of the prefix before the user's id or tag, or null.</param>
    /// <param name="owner">The result of <see cref="Owner"/>.</param>
    /// <param name="separator">Whether a slash must follow the user's id or tag.</param>
    /// <exception cref="InvalidSettingException">The bucket or the prefix is malformed.</exception>
    public static ResourceAccess S3(AwsPartition partition, string bucket, string? prefix, string owner, bool separator)
    {
        if (!BucketName.IsMatch(bucket))
        {
            throw new InvalidSettingException(
                "S3Bucket", bucket, "the name of a bucket must have 3 to 63 lowercase letters, digits, dots and hyphens.",
                "Specify only the name, without s3:// and not as an ARN.");
        }
        var start = (prefix ?? "").Trim('/');
        if (!PrefixForm.IsMatch(start) || start.IndexOf('*') >= 0)
        {
            throw new InvalidSettingException(
                "S3Prefix", prefix, "a prefix can contain only letters, digits and ! _ . ' ( ) / = @ : + -.",
                "Specify a prefix without wildcards and variables. The user's id or tag is added to it.");
        }
        var folder = start.Length == 0 ? owner : $"{start}/{owner}";
        string[] keys = separator ? [folder, $"{folder}/*"] : [$"{folder}*"];
        return new ResourceAccess(readOnly => S3Statements($"arn:{partition.Name}:s3:::{bucket}", keys, readOnly));
    }

    /// <summary>The items of a DynamoDB table whose partition key is the user.</summary>
    /// <param name="partition">The pool's partition.</param>
    /// <param name="region">The table's Region, or <c>*</c>.</param>
    /// <param name="account">The table's account, or <c>*</c>.</param>
    /// <param name="table">The table's name or ARN.</param>
    /// <param name="owner">The result of <see cref="Owner"/>.</param>
    /// <exception cref="InvalidSettingException">The table is malformed.</exception>
    public static ResourceAccess DynamoDb(AwsPartition partition, string region, string account, string table, string owner)
    {
        if (!IsArn(table, "dynamodb") && !TableName.IsMatch(table))
        {
            throw new InvalidSettingException(
                "DynamoDbTable", table, "this is neither the name nor the ARN of a table.",
                "Specify an ARN, or a name of 3 to 255 letters, digits and the characters _ . -");
        }
        var arn = IsArn(table, "dynamodb") ? table : partition.Arn("dynamodb", region, account, $"table/{table}");
        return new ResourceAccess(readOnly => [TableStatement(arn, owner, readOnly)]);
    }

    /// <summary>Calls of an API of API Gateway that uses IAM authorization. The API itself must tell its users
    /// apart.</summary>
    /// <param name="partition">The pool's partition.</param>
    /// <param name="region">The API's Region, or <c>*</c>.</param>
    /// <param name="account">The API's account, or <c>*</c>.</param>
    /// <param name="api">The API's id, alone or as <c>id/stage/METHOD/path</c>, or an execute-api ARN.</param>
    /// <exception cref="InvalidSettingException">The API is malformed.</exception>
    public static ResourceAccess Api(AwsPartition partition, string region, string account, string api)
    {
        if (!IsArn(api, "execute-api") && !ApiForm.IsMatch(api))
        {
            throw new InvalidSettingException(
                "Api", api, "this is neither the id nor the ARN of an API.",
                "Specify, for example, 'a1b2c3d4e5', 'a1b2c3d4e5/prod/GET/pets', or the execute-api ARN.");
        }
        var resource = api.Split('/').Length > 3 ? api : $"{api.TrimEnd('/')}/*";
        var arn = IsArn(api, "execute-api") ? api : partition.Arn("execute-api", region, account, resource);
        return new ResourceAccess(readOnly => [RolePolicyBuilder.Statement("Allow", ["execute-api:Invoke"], [arn])]);
    }

    internal IEnumerable<JsonObject> Statements(bool readOnly) => statements(readOnly);

    private static IEnumerable<JsonObject> S3Statements(string bucket, string[] keys, bool readOnly)
    {
        yield return With(
            RolePolicyBuilder.Statement("Allow", ["s3:ListBucket"], [bucket]),
            "StringLike", "s3:prefix", keys);
        yield return RolePolicyBuilder.Statement(
            "Allow", readOnly ? ["s3:GetObject"] : ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"],
            [.. keys.Select(key => $"{bucket}/{key}")]);
    }

    private static JsonObject TableStatement(string arn, string owner, bool readOnly) =>
        With(
            RolePolicyBuilder.Statement(
                "Allow",
                readOnly ? TableReads : [.. TableReads.Concat(TableWrites).OrderBy(action => action, StringComparer.Ordinal)],
                [arn]),
            "ForAllValues:StringEquals",
            "dynamodb:LeadingKeys",
            [owner]);

    private static JsonObject With(JsonObject statement, string operation, string key, IReadOnlyList<string> values)
    {
        statement["Condition"] = new JsonObject { [operation] = new JsonObject { [key] = RolePolicyBuilder.OneOrMore(values) } };
        return statement;
    }

    private static bool IsArn(string text, string service) =>
        text.StartsWith("arn:", StringComparison.Ordinal) && text.Split(':') is { Length: >= 6 } parts && parts[2] == service;
}
