using System.Collections;
using System.Globalization;
using System.Management.Automation;
using CognitoPools.Account;
using CognitoPools.Binding;
using CognitoPools.Completion;
using CognitoPools.Providers;
using CognitoPools.Roles;
using CognitoPools.SignIn;

namespace CognitoPools.Commands.Access;

/// <summary>Creates the trust policy of a role for one or more identity pools, as JSON.</summary>
/// <remarks>
/// <para>Use this cmdlet to write the trust policy of a role that you create in another tool. The policy names the
/// Cognito principal, the pools (aud), and whether guests or authenticated users can assume the role (amr). It uses the
/// names of the pools' partition. With -TagSession it also allows sts:TagSession, which attribute mappings
/// require.</para>
/// <para>You can pipe identity pools to this cmdlet. All of them go into one document. Pools of different partitions
/// need separate documents. If you specify pools by id or as objects, the cmdlet calls no service.</para>
/// <para>The condition keys of China and the names of the European Sovereign Cloud are assumptions. Use
/// -CognitoPrincipal and -ConditionKeyPrefix to replace them.</para>
/// <para>This cmdlet cannot change a role: it only returns text. To add a pool to an existing role, use Set-PoolRole
/// -RepairTrust.</para>
/// </remarks>
/// <example>
/// <title>Create a policy for the guests of one pool</title>
/// <code>New-PoolTrustPolicy shop -IdentityType Guest</code>
/// Returns the document that CreateRole of IAM accepts.
/// </example>
/// <example>
/// <title>Create a policy for the users of several pools</title>
/// <code>Get-CognitoIdentityPool dev-* | New-PoolTrustPolicy -IdentityType Authenticated -TagSession</code>
/// Names all of the pools in one statement that also allows principal tags.
/// </example>
/// <example>
/// <title>Create a policy for another partition</title>
/// <code>New-PoolTrustPolicy -IdentityPool us-gov-west-1:12345678-1234-1234-1234-123456789012 -IdentityType Authenticated -Compact</code>
/// Uses the principal and the condition keys of GovCloud.
/// </example>
/// <example>
/// <title>Create a role for GitHub Actions of one organization</title>
/// <code>New-CognitoIdentityPool ci -NoRole
/// Add-PoolIdentityProvider ci -OpenIdConnectProvider token.actions.githubusercontent.com -AttributeMapping @{ repository = 'repository' }
/// New-PoolTrustPolicy ci Authenticated -RequestTag @{ repository = 'acme/*' } -Provider token.actions.githubusercontent.com | Set-Content trust.json
/// aws iam create-role --role-name deploy --assume-role-policy-document file://trust.json
/// Set-PoolRole ci Authenticated -Role deploy</code>
/// The provider must be registered in IAM. The attribute mapping turns the claim 'repository' into a principal tag. The
/// trust policy admits only sessions of that provider whose tag is a repository of acme: 'acme/shop' gets the role,
/// 'stranger/fork' does not. Set-PoolRole warns that the role accepts its users only on a condition, which is the
/// intention here.
/// </example>
/// <returns>The trust policy as JSON.</returns>
/// <notes>
/// <para>Calls: cognito-identity: ListIdentityPools for a pool that is specified by name, otherwise none.</para>
/// </notes>
/// <seealso href="https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html">Amazon Cognito: IAM roles
/// of identity pools</seealso>
[Cmdlet(VerbsCommon.New, "PoolTrustPolicy")]
[OutputType(typeof(string))]
public sealed class NewPoolTrustPolicyCommand : PoolTargetCommand
{
    private readonly List<string> pools = [];
    private readonly List<string> piped = [];

    /// <summary>Specifies who can assume the role: Guest or Authenticated.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [OneValue(Of = typeof(PoolIdentityType))]
    [ArgumentCompleter(typeof(ChoiceCompleter<PoolIdentityType>))]
    public Choice<PoolIdentityType> IdentityType { get; set; }

    /// <summary>Allows sts:TagSession. A role requires this if its users carry principal tags.</summary>
    [Parameter]
    [Alias("PrincipalTag")]
    public SwitchParameter TagSession { get; set; }

    /// <summary>Specifies tags that a session must carry, as a hashtable of tag names to one or more values, for
    /// example @{ repository = 'acme/*' }. The wildcards * and ? are allowed in values. An attribute mapping creates
    /// the tags from the token's claims. This parameter implies -TagSession.</summary>
    [Parameter]
    [ValidateNotNull]
    [Table]
    [ArgumentCompleter(typeof(SessionTagTableCompleter))]
    public IDictionary? RequestTag { get; set; }

    /// <summary>Admits only the users of these providers. Specify each by its host such as accounts.google.com, its
    /// issuer, a user pool's id, the ARN of an OpenID Connect or SAML provider, or a developer provider's
    /// name.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProviderCompleter))]
    [ProviderName]
    public string[]? Provider { get; set; }

    /// <summary>Specifies the prefix of the condition keys, before :aud and :amr. By default, it is the prefix of the
    /// pools' partition.</summary>
    [Parameter]
    [OneValue]
    [ValidatePattern(@"\A[a-z0-9.-]+\z")]
    [ArgumentCompleter(typeof(ConditionKeyPrefixCompleter))]
    public string? ConditionKeyPrefix { get; set; }

    /// <summary>Specifies the federated principal of Cognito. By default, it is the principal of the pools'
    /// partition.</summary>
    [Parameter]
    [OneValue]
    [ValidatePattern(@"\A[a-z0-9.-]+\z")]
    [ArgumentCompleter(typeof(CognitoPrincipalCompleter))]
    public string? CognitoPrincipal { get; set; }

    /// <summary>Returns one line without white space.</summary>
    [Parameter]
    public SwitchParameter Compact { get; set; }

    private protected override void Process()
    {
        pools.Add(ResolvePool(Pool).IdentityPoolId);
        piped.AddRange(ProviderNameAttribute.Piped(Pool) ?? []);
    }

    private protected override void End()
    {
        if (pools.Count == 0)
            return;
        CheckGuestParameters();
        // GovCloud's two Regions have different principals, so no statement can serve both.
        var partitions = pools.GroupBy(pool => AwsPartition.FromRegion(PoolIds.Region(pool))).ToList();
        if (partitions.Count > 1)
        {
            throw new InvalidSettingException(
                nameof(IdentityPool),
                partitions[1].First(),
                partitions[1].Key.Name == partitions[0].Key.Name
                    ? $"the pool is in {partitions[1].Key.OnlyRegion}, where the Cognito principal differs from that in "
                        + $"{partitions[0].Key.OnlyRegion}."
                    : $"the pool is in the partition {partitions[1].Key.Name}, but other pools are in {partitions[0].Key.Name}. A role "
                        + "cannot serve both.",
                partitions[1].Key.Name == partitions[0].Key.Name
                    ? "Run the command separately for each Region."
                    : "Run the command separately for each partition.");
        }
        var partition = AwsPartition.FromRegion(PoolIds.Region(pools[0]));
        if (ConditionKeyPrefix is not null)
            partition = partition with { CognitoKeyPrefix = ConditionKeyPrefix };
        if (CognitoPrincipal is not null)
            partition = partition with { CognitoPrincipal = CognitoPrincipal };
        var tags = Tags();
        var policy = TrustPolicy.ForPool(
            partition, pools.Distinct(StringComparer.Ordinal), IdentityType, TagSession || tags.Count > 0, tags,
            [.. (Provider ?? (IdentityType == PoolIdentityType.Guest ? [] : [.. piped])).Select(AmrOf).Distinct(StringComparer.Ordinal)]);
        var length = RolePolicyDocument.CountedLength(policy.ToJson(indented: false));
        if (length > TrustRepair.DefaultLength)
        {
            WriteWarning(string.Format(
                CultureInfo.InvariantCulture,
                "The trust policy has {0} characters. By default, IAM accepts at most {1}; the account's quota can be raised to {2}.",
                length,
                TrustRepair.DefaultLength,
                TrustRepair.MaximumLength));
        }
        WriteObject(policy.ToJson(!Compact));
    }

    private void CheckGuestParameters()
    {
        if (IdentityType != PoolIdentityType.Guest)
            return;
        const string Cure = "Specify -IdentityType Authenticated.";
        if (RequestTag is not null)
            throw new InvalidSettingException(nameof(RequestTag), null, "sessions of guests cannot carry tags.", Cure);
        if (Provider is not null)
            throw new InvalidSettingException(nameof(Provider), Provider[0], "guests do not sign in with a provider.", Cure);
    }

    private static string AmrOf(string provider) => provider.IndexOfAny(['*', '?']) >= 0
        ? throw new InvalidSettingException(
            nameof(Provider), provider, "a wildcard is not supported, because it would also admit users of other providers, and guests.",
            "Specify each provider by its name.")
        : provider.IndexOf('.') < 0 && ProviderSettings.Find<ProviderType>(provider) is null
            && NearestMatch.Question(provider, Enum.GetNames(typeof(ProviderType))) is { Length: > 0 } question
        ? throw new InvalidSettingException(
            nameof(Provider), provider, "tokens never contain a provider of this name.", question)
        : LoginKeys.Find(provider)
        ?? (ProviderSettings.Find<ProviderType>(provider) is null ? provider
            : throw new InvalidSettingException(
                nameof(Provider), provider, "this is a type of provider, but tokens contain the name of the provider itself.",
                "Specify its name, for example the user pool's id, the issuer or the ARN."));

    private Dictionary<string, IReadOnlyList<string>> Tags()
    {
        var tags = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (DictionaryEntry entry in RequestTag ?? new Hashtable())
        {
            var key = Text(null, entry.Key);
            if (!SessionTag.IsKey(key))
            {
                throw new InvalidSettingException(
                    nameof(RequestTag), key, $"the key of a session tag must have 1 to 128 {SessionTag.Characters}, and must not begin "
                        + "with 'aws:'.",
                    "Specify a tag that an attribute mapping creates.");
            }
            if (tags.Keys.Contains(key, StringComparer.OrdinalIgnoreCase))
            {
                throw new InvalidSettingException(
                    nameof(RequestTag), key, "the key is specified twice; IAM ignores case in a condition key.",
                    "Specify one key with several values.");
            }
            var values = Unwrapped.Value(entry.Value) is object?[] list ? list : [entry.Value];
            tags[key] = values.Length == 0 ? [Text(key, null)] : [.. values.Select(value => Text(key, value))];
        }
        return tags;
    }

    private static string Text(string? key, object? value) =>
        ScalarText.Of(
            nameof(RequestTag), key,
            Unwrapped.Object(value) ?? throw new InvalidSettingException(
                nameof(RequestTag), key, "has no value.", "Specify one or more values.")) is { Length: > 0 } text ? text
            : throw new InvalidSettingException(
                nameof(RequestTag), key, "a request tag must have a key and a value.",
                "Specify a hashtable such as @{ repository = 'acme/*' }.");
}
