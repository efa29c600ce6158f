using System.Collections;
using System.Management.Automation;
using CognitoPools.Account;
using CognitoPools.Binding;
using CognitoPools.Completion;
using CognitoPools.Roles;

namespace CognitoPools.Commands.Access;

/// <summary>Creates a permissions policy for a role of an identity pool, as JSON.</summary>
/// <remarks>
/// <para>The cmdlet combines everything that you specify into one document: templates, a prefix of an S3 bucket for
/// each user (including its listing), the items of a DynamoDB table whose partition key is the user, calls of an API,
/// and your own documents. By default, it returns the console's basic policy.</para>
/// <para>The policy identifies a user by the identity's id, with the policy variable
/// cognito-identity.amazonaws.com:sub. With -IsolateByTag, it uses a principal tag that an attribute mapping
/// sets.</para>
/// <para>The document must follow IAM's grammar and have at most 10,240 characters, the limit for all inline policies
/// of a role together. To apply it to a role, use Set-PoolRole -PermissionsPolicy.</para>
/// <para>You can pipe documents to this cmdlet. -PermissionsPolicy accepts JSON, the lines of a file (also one at a
/// time through the pipeline), the output of Get-Item for a file, file:// and a path, a hashtable, or the output of
/// ConvertFrom-Json. Write JSON in single quotes, '...' or @'...'@. In double quotes, PowerShell replaces
/// ${cognito-identity.amazonaws.com:sub} with nothing, and each user gets access to the data of all users.</para>
/// <para>The templates are Basic (the console's policy for new roles), DenyAll, and LegacyGuest and LegacyAuthenticated
/// (the console's policies of former years, which allow more than an app needs).</para>
/// <para>This cmdlet cannot check that buckets, tables and APIs exist: it only returns text and calls no service. In
/// the enhanced flow, guests can use only the services on the service's list, whatever the policy allows.</para>
/// </remarks>
/// <example>
/// <title>Create the console's basic policy</title>
/// <code>New-PoolRolePolicy</code>
/// Lets an app get credentials, and nothing else.
/// </example>
/// <example>
/// <title>Give each user a folder and the items of a table</title>
/// <code>New-PoolRolePolicy -S3Bucket shop-files -S3Prefix private -DynamoDbTable orders -Region eu-west-1</code>
/// Each user reads, writes and lists 'private/identity id/', and reads and writes the items with their id.
/// </example>
/// <example>
/// <title>Allow an API to one department only</title>
/// <code>New-PoolRolePolicy -Api a1b2c3d4e5/prod/GET/reports -PrincipalTag @{ department = 'legal', 'finance' }</code>
/// Allows the calls only to sessions with the principal tag.
/// </example>
/// <example>
/// <title>Apply a policy to a role</title>
/// <code>Set-PoolRole shop -IdentityType Authenticated -PermissionsPolicy (New-PoolRolePolicy -S3Bucket shop-files -IsolateByTag team)</code>
/// Users of one team share a prefix of the bucket.
/// </example>
/// <returns>The permissions policy as JSON.</returns>
/// <notes>
/// <para>Calls: none. IAM limits all inline policies of a role to 10,240 characters together. White space does not
/// count.</para>
/// </notes>
/// <seealso href="https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html">Amazon Cognito: IAM roles
/// of identity pools</seealso>
[Cmdlet(VerbsCommon.New, "PoolRolePolicy")]
[OutputType(typeof(string))]
public sealed class NewPoolRolePolicyCommand : PoolCommand
{
    private readonly PolicyLines lines = new();

    /// <summary>Specifies your own documents, as JSON or in another form of a policy. Their statements are added to the
    /// policy.</summary>
    [Parameter(ValueFromPipeline = true)]
    [Alias("Policy")]
    [ValidateNotNull]
    [PolicyDocument(Several = true)]
    public string[]? PermissionsPolicy { get; set; }

    /// <summary>Specifies templates to include: Basic, DenyAll, LegacyGuest or LegacyAuthenticated.</summary>
    [Parameter(Position = 0)]
    [OneValue]
    [KnownName("Basic", "DenyAll", "LegacyGuest", "LegacyAuthenticated")]
    [ArgumentCompleter(typeof(PolicyTemplateCompleter))]
    public string[]? Template { get; set; }

    /// <summary>Specifies S3 buckets, by name. Each user gets access to a separate prefix of each bucket.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string[]? S3Bucket { get; set; }

    /// <summary>Specifies the part of the prefix before the user's id or tag, for example 'private'.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? S3Prefix { get; set; }

    /// <summary>Allows every key that starts with the user's id or tag, as in AWS's tutorials:
    /// 'bucket/${cognito-identity.amazonaws.com:sub}*'. By default, a slash must follow the id or tag.</summary>
    [Parameter]
    public SwitchParameter NoSeparator { get; set; }

    /// <summary>Specifies DynamoDB tables, by name or ARN. Each user gets access to the items whose partition key is
    /// the user's id or tag.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string[]? DynamoDbTable { get; set; }

    /// <summary>Specifies APIs of API Gateway, by id, by id/stage/METHOD/path or by execute-api ARN.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string[]? Api { get; set; }

    /// <summary>Allows users only to read buckets and tables. It does not change what -Api, -PermissionsPolicy and
    /// -Template allow.</summary>
    [Parameter]
    public SwitchParameter ReadOnly { get; set; }

    /// <summary>Specifies the principal tag that separates the users' parts of buckets and tables. By default, the
    /// identity's id separates them.</summary>
    [Parameter]
    [OneValue]
    [ValidatePattern(@"\A[^\s{}$*?]{1,128}\z")]
    [ArgumentCompleter(typeof(PrincipalTagCompleter))]
    public string? IsolateByTag { get; set; }

    /// <summary>Specifies principal tags that a session must have, as a hashtable of tag names to one or more values,
    /// for example @{ department = 'legal', 'finance' }. The condition is added to every Allow statement.</summary>
    [Parameter]
    [ValidateNotNull]
    [Table]
    [ArgumentCompleter(typeof(SessionTagTableCompleter))]
    public IDictionary? PrincipalTag { get; set; }

    /// <summary>Specifies the Region of tables and APIs that are named without an ARN. It also determines the
    /// partition. By default, the policy applies to every Region of the commercial partition.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? Region { get; set; }

    /// <summary>Specifies the account of tables and APIs that are named without an ARN. By default, the policy applies
    /// to any account.</summary>
    [Parameter]
    [OneValue]
    [ValidatePattern(@"\A[0-9]{12}\z")]
    [ArgumentCompleter(typeof(AccountIdCompleter))]
    public string? AccountId { get; set; }

    /// <summary>Returns one line without white space.</summary>
    [Parameter]
    public SwitchParameter Compact { get; set; }

    private protected override IReadOnlyList<object?> Items => [PermissionsPolicy];

    private protected override void Process()
    {
        foreach (var text in PermissionsPolicy ?? [])
            lines.Add(text);
    }

    private protected override void End()
    {
        var bucket = (nameof(S3Bucket), S3Bucket is not null);
        var table = (nameof(DynamoDbTable), DynamoDbTable is not null);
        var api = (nameof(Api), Api is not null);
        Combination.OnlyWith(
            nameof(S3Bucket), S3Bucket is not null, (nameof(S3Prefix), S3Prefix is not null), (nameof(NoSeparator), NoSeparator));
        Combination.OnlyWithAny(nameof(IsolateByTag), IsolateByTag is not null, bucket, table);
        Combination.OnlyWithAny(nameof(ReadOnly), ReadOnly, bucket, table);
        Combination.OnlyWithAny(nameof(AccountId), AccountId is not null, table, api);
        // A -Region from $PSDefaultParameterValues is for the cmdlets that call AWS, and must not fail a policy without
        // resources.
        if (!IsGiven(nameof(Region)) && !bucket.Item2 && !table.Item2 && !api.Item2)
            Region = null;
        Combination.OnlyWithAny(nameof(Region), Region is not null, bucket, table, api);
        var documents = lines.Documents();
        foreach (var document in documents)
            RolePolicyArgument.Check(nameof(PermissionsPolicy), document);
        var builder = Build(documents);
        try
        {
            WriteObject(builder.RequireTags(Tags()).ToJson(!Compact));
        }
        catch (FormatException exception)
        {
            throw new InvalidSettingException(
                nameof(PermissionsPolicy), null, $"IAM would refuse the combined policy: {exception.Message}",
                "Split the policy, or move a part of it to a managed policy.");
        }
    }

    private RolePolicyBuilder Build(IReadOnlyList<string> documents)
    {
        var partition = Region is null ? AwsPartition.Aws : AwsPartition.FromRegion(AwsRegion.Require(Region, "-Region"));
        var owner = ResourceAccess.Owner(partition, IsolateByTag);
        var (region, account) = (Region ?? "*", AccountId ?? "*");
        var builder = new RolePolicyBuilder();
        foreach (var name in Template ?? [])
        {
            builder.Add(RolePolicyTemplate.All.First(
                template => string.Equals(template.Name, name, StringComparison.OrdinalIgnoreCase)));
        }
        foreach (var bucket in S3Bucket ?? [])
            builder.Add(ResourceAccess.S3(partition, bucket, S3Prefix, owner, separator: !NoSeparator), ReadOnly);
        foreach (var table in DynamoDbTable ?? [])
            builder.Add(ResourceAccess.DynamoDb(partition, region, account, table, owner), ReadOnly);
        foreach (var api in Api ?? [])
            builder.Add(ResourceAccess.Api(partition, region, account, api), ReadOnly);
        foreach (var document in documents)
            builder.Add(document);
        return builder.IsEmpty ? builder.Add(RolePolicyTemplate.Basic) : builder;
    }

    private IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> Tags()
    {
        foreach (DictionaryEntry entry in PrincipalTag ?? new Hashtable())
        {
            var values = Unwrapped.Value(entry.Value) is object?[] list ? list : [entry.Value];
            var key = Text(null, entry.Key);
            yield return new(key, values.Length == 0 ? [Text(key, null)] : [.. values.Select(value => Text(key, value))]);
        }
    }

    private static string Text(string? key, object? value) =>
        ScalarText.Of(
            nameof(PrincipalTag), key,
            Unwrapped.Object(value) ?? throw new InvalidSettingException(
                nameof(PrincipalTag), key, "has no value.", "Specify one or more values.")) is { Length: > 0 } text ? text
            : throw new InvalidSettingException(
                nameof(PrincipalTag), key, "a principal tag must have a key and a value.",
                "Specify a hashtable such as @{ department = 'legal' }.");
}
