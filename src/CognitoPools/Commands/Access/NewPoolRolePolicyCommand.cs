using System.Collections;
using System.Management.Automation;
using CognitoPools.Account;
using CognitoPools.Binding;
using CognitoPools.Completion;
using CognitoPools.Roles;

namespace CognitoPools.Commands.Access;

/// <summary>Makes a permissions policy for a role of an identity pool, as JSON.</summary>
/// <remarks>
/// <para>What you name is combined into one document: templates, one prefix of an S3 bucket for each user (its listing
/// included), the items of a DynamoDB table whose partition key is the user, calls of an API, and documents of your
/// own. Without any of them it is the console's basic policy. The user is told by the identity's id, the policy
/// variable cognito-identity.amazonaws.com:sub, or with -IsolateByTag by a principal tag that an attribute mapping
/// fills.</para>
/// <para>The document is checked against IAM's grammar and its limit: 10,240 characters for all inline policies of a
/// role. It makes text and calls nothing; Set-PoolRole -PermissionsPolicy puts it into a role. It does not check that
/// buckets, tables and APIs exist. Of what a guest's role allows, the service lets through only its list of services
/// for guests.</para>
/// <para>-PermissionsPolicy takes JSON, the lines of a file (also one by one through the pipeline), what Get-Item returns for a file,
/// file:// and the path of a file, a hashtable, or what ConvertFrom-Json made.
/// Write JSON in single quotes, '...' or @'...'@: in double quotes PowerShell replaces
/// ${cognito-identity.amazonaws.com:sub} by nothing, and each user gets the data of all.</para>
/// <para>Template names: Basic (the console's for new roles), DenyAll, LegacyGuest and LegacyAuthenticated (the
/// console's of former years, wider than an app needs).</para>
/// </remarks>
/// <example>
/// <title>The console's basic policy</title>
/// <code>New-PoolRolePolicy</code>
/// Lets an app get credentials, and nothing else.
/// </example>
/// <example>
/// <title>A folder and table items for each user</title>
/// <code>New-PoolRolePolicy -S3Bucket shop-files -S3Prefix private -DynamoDbTable orders -Region eu-west-1</code>
/// Each user reads, writes and lists 'private/identity id/' and reads and writes the items under their id.
/// </example>
/// <example>
/// <title>One department only</title>
/// <code>New-PoolRolePolicy -Api a1b2c3d4e5/prod/GET/reports -PrincipalTag @{ department = 'legal', 'finance' }</code>
/// Allows the calls only to sessions with the principal tag.
/// </example>
/// <example>
/// <title>Straight into a role</title>
/// <code>Set-PoolRole shop -IdentityType Authenticated -PermissionsPolicy (New-PoolRolePolicy -S3Bucket shop-files -IsolateByTag team)</code>
/// Users of one team share a prefix of the bucket.
/// </example>
/// <returns>The permissions policy as JSON.</returns>
/// <notes>
/// <para>Calls: none. IAM limits all inline policies of a role to 10,240 characters, white space left out.</para>
/// </notes>
/// <seealso href="https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html">Amazon Cognito: IAM roles
/// of identity pools</seealso>
[Cmdlet(VerbsCommon.New, "PoolRolePolicy")]
[OutputType(typeof(string))]
public sealed class NewPoolRolePolicyCommand : PoolCommand
{
    private readonly PolicyLines lines = new();

    /// <summary>Documents of your own whose statements are added, as JSON.</summary>
    [Parameter(ValueFromPipeline = true)]
    [Alias("Policy")]
    [ValidateNotNull]
    [PolicyDocument(Several = true)]
    public string[]? PermissionsPolicy { get; set; }

    /// <summary>Templates: Basic, DenyAll, LegacyGuest, LegacyAuthenticated.</summary>
    [Parameter(Position = 0)]
    [OneValue]
    [KnownName("Basic", "DenyAll", "LegacyGuest", "LegacyAuthenticated")]
    [ArgumentCompleter(typeof(PolicyTemplateCompleter))]
    public string[]? Template { get; set; }

    /// <summary>Buckets of which each user gets a prefix.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string[]? S3Bucket { get; set; }

    /// <summary>What comes before the user's own part of the prefix, such as 'private'.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? S3Prefix { get; set; }

    /// <summary>Gives each user every key that starts with the user's own part, as AWS's tutorials do, instead of the keys
    /// after a slash: 'bucket/${cognito-identity.amazonaws.com:sub}*'.</summary>
    [Parameter]
    public SwitchParameter NoSeparator { get; set; }

    /// <summary>Tables, by name or ARN, of which each user gets the items whose partition key is the user.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string[]? DynamoDbTable { get; set; }

    /// <summary>APIs of API Gateway, by id, by id/stage/METHOD/path or by execute-api ARN.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string[]? Api { get; set; }

    /// <summary>Lets users read buckets and tables, and not write. It does not change what -Api, -PermissionsPolicy and -Template
    /// allow.</summary>
    [Parameter]
    public SwitchParameter ReadOnly { get; set; }

    /// <summary>The principal tag that tells one user's part of buckets and tables from another's, in place of the
    /// identity's id.</summary>
    [Parameter]
    [OneValue]
    [ValidatePattern(@"\A[^\s{}$*?]{1,128}\z")]
    [ArgumentCompleter(typeof(PrincipalTagCompleter))]
    public string? IsolateByTag { get; set; }

    /// <summary>Principal tags that a session must have, as a hashtable of tag to value or values. Every Allow gets the
    /// condition.</summary>
    [Parameter]
    [ValidateNotNull]
    [Table]
    [ArgumentCompleter(typeof(SessionTagTableCompleter))]
    public IDictionary? PrincipalTag { get; set; }

    /// <summary>The Region of tables and APIs named without an ARN; it also says the partition. Without it: every
    /// Region of the commercial partition.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? Region { get; set; }

    /// <summary>The account of tables and APIs named without an ARN. Without it: any.</summary>
    [Parameter]
    [OneValue]
    [ValidatePattern(@"\A[0-9]{12}\z")]
    [ArgumentCompleter(typeof(AccountIdCompleter))]
    public string? AccountId { get; set; }

    /// <summary>Writes one line without white space.</summary>
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
        // A default of $PSDefaultParameterValues, which is meant for the cmdlets that call AWS, says nothing about all resources.
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
                nameof(PermissionsPolicy), null, $"the policy as a whole is refused by IAM: {exception.Message}",
                "Split it, or make a managed policy of a part.");
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
            yield return new(key, [.. values.Select(value => Text(key, value))]);
        }
    }

    private static string Text(string? key, object? value) =>
        ScalarText.Of(nameof(PrincipalTag), key, Unwrapped.Object(value)) is { Length: > 0 } text ? text
            : throw new InvalidSettingException(
                nameof(PrincipalTag), key, "a principal tag needs a key and a value.",
                "Specify, for example, @{ department = 'legal' }.");
}
