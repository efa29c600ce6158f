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

/// <summary>Makes the trust policy of a role for one identity pool or several, as JSON.</summary>
/// <remarks>
/// <para>The policy names Cognito's principal, the pools (aud) and whether guests or authenticated users are meant
/// (amr), in the words of the pools' partition; with -TagSession it also allows sts:TagSession, which attribute
/// mappings need. All pools piped in go into one document.</para>
/// <para>Nothing is called when the pools are given by id or as objects; a name is looked up. It makes text and changes
/// no role: Set-PoolRole -RepairTrust does. China's condition keys and the names of the European Sovereign Cloud are
/// assumptions; -CognitoPrincipal and -ConditionKeyPrefix replace them.</para>
/// </remarks>
/// <example>
/// <title>For the guests of one pool</title>
/// <code>New-PoolTrustPolicy shop -IdentityType Guest</code>
/// Writes the document that IAM's CreateRole takes.
/// </example>
/// <example>
/// <title>One role for the users of several pools</title>
/// <code>Get-CognitoIdentityPool dev-* | New-PoolTrustPolicy -IdentityType Authenticated -TagSession</code>
/// Names all of the pools in one statement that also allows principal tags.
/// </example>
/// <example>
/// <title>In another partition</title>
/// <code>New-PoolTrustPolicy -IdentityPool us-gov-west-1:12345678-1234-1234-1234-123456789012 -IdentityType Authenticated -Compact</code>
/// Uses the principal and the condition keys of GovCloud.
/// </example>
/// <example>
/// <title>A role for GitHub Actions of one organization</title>
/// <code>New-CognitoIdentityPool ci -NoRole
/// Add-PoolIdentityProvider ci -OpenIdConnectProvider token.actions.githubusercontent.com -AttributeMapping @{ repository = 'repository' }
/// New-PoolTrustPolicy ci Authenticated -RequestTag @{ repository = 'acme/*' } -Provider token.actions.githubusercontent.com | Set-Content trust.json
/// aws iam create-role --role-name deploy --assume-role-policy-document file://trust.json
/// Set-PoolRole ci Authenticated -Role deploy</code>
/// The provider must be registered in IAM. The mapping makes a tag of the claim 'repository', and the trust policy admits
/// only sessions of that provider whose tag is a repository of acme: 'acme/shop' gets the role, 'stranger/fork' does not.
/// Set-PoolRole warns that the role serves its users on a condition, which is what is meant.
/// </example>
/// <returns>The trust policy as JSON.</returns>
/// <notes>
/// <para>Calls: cognito-identity: ListIdentityPools for a pool that is given by its name, else none. The policy is made
/// without asking AWS.</para>
/// </notes>
/// <seealso href="https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html">Amazon Cognito: IAM roles
/// of identity pools</seealso>
[Cmdlet(VerbsCommon.New, "PoolTrustPolicy")]
[OutputType(typeof(string))]
public sealed class NewPoolTrustPolicyCommand : PoolTargetCommand
{
    private readonly List<string> pools = [];
    private readonly List<string> piped = [];

    /// <summary>Whose role: Guest or Authenticated.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [OneValue(Of = typeof(PoolIdentityType))]
    [ArgumentCompleter(typeof(ChoiceCompleter<PoolIdentityType>))]
    public Choice<PoolIdentityType> IdentityType { get; set; }

    /// <summary>Allows sts:TagSession, which a role needs whose users carry principal tags.</summary>
    [Parameter]
    [Alias("PrincipalTag")]
    public SwitchParameter TagSession { get; set; }

    /// <summary>Specifies tags that a session must carry, as a hashtable of tag to value or values; * and ? are wildcards.
    /// An attribute mapping makes the tags of the token's claims. It includes -TagSession.</summary>
    [Parameter]
    [ValidateNotNull]
    [Table]
    [ArgumentCompleter(typeof(SessionTagTableCompleter))]
    public IDictionary? RequestTag { get; set; }

    /// <summary>Admits the users of these providers only, in any form: a host such as accounts.google.com, an issuer, a user
    /// pool's id, the ARN of an OpenID Connect or SAML provider, a developer provider's name.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProviderCompleter))]
    [ProviderName]
    public string[]? Provider { get; set; }

    /// <summary>What stands before :aud and :amr in the condition keys, in place of the partition's own.</summary>
    [Parameter]
    [OneValue]
    [ValidatePattern(@"\A[a-z0-9.-]+\z")]
    [ArgumentCompleter(typeof(ConditionKeyPrefixCompleter))]
    public string? ConditionKeyPrefix { get; set; }

    /// <summary>The federated principal of Cognito, in place of the partition's own.</summary>
    [Parameter]
    [OneValue]
    [ValidatePattern(@"\A[a-z0-9.-]+\z")]
    [ArgumentCompleter(typeof(CognitoPrincipalCompleter))]
    public string? CognitoPrincipal { get; set; }

    /// <summary>Writes one line without white space.</summary>
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
        RefuseForGuests();
        // GovCloud's two Regions have names of their own, so that no statement fits both.
        var partitions = pools.GroupBy(pool => AwsPartition.FromRegion(PoolIds.Region(pool))).ToList();
        if (partitions.Count > 1)
        {
            throw new InvalidSettingException(
                nameof(IdentityPool),
                partitions[1].First(),
                partitions[1].Key.Name == partitions[0].Key.Name
                    ? $"is in {partitions[1].Key.OnlyRegion}, where Cognito has another principal than in {partitions[0].Key.OnlyRegion}."
                    : $"is of the partition {partitions[1].Key.Name}, and others are of {partitions[0].Key.Name}: a role lives in one.",
                "Make a document for each.");
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
                "The trust policy has {0} characters; IAM takes {1}, and at most {2} when the account's quota is raised.",
                length,
                TrustRepair.DefaultLength,
                TrustRepair.MaximumLength));
        }
        WriteObject(policy.ToJson(!Compact));
    }

    private void RefuseForGuests()
    {
        if (IdentityType != PoolIdentityType.Guest)
            return;
        const string Cure = "Specify -IdentityType Authenticated.";
        if (RequestTag is not null)
            throw new InvalidSettingException(nameof(RequestTag), null, "the sessions of guests carry no tags.", Cure);
        if (Provider is not null)
            throw new InvalidSettingException(nameof(Provider), Provider[0], "cannot be met: guests have no provider.", Cure);
    }

    private static string AmrOf(string provider) => provider.IndexOfAny(['*', '?']) >= 0
        ? throw new InvalidSettingException(
            nameof(Provider), provider, "holds a wildcard, which would admit users of other providers, and guests.",
            "Specify each provider by its name.")
        : provider.IndexOf('.') < 0 && ProviderSettings.Find<ProviderType>(provider) is null
            && NearestMatch.Question(provider, Enum.GetNames(typeof(ProviderType))) is { Length: > 0 } question
        ? throw new InvalidSettingException(
            nameof(Provider), provider, "is the name of no provider that tokens have.", question)
        : LoginKeys.Find(provider)
        ?? (ProviderSettings.Find<ProviderType>(provider) is null ? provider
            : throw new InvalidSettingException(
                nameof(Provider), provider, "is a kind of provider, and tokens name the provider itself.",
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
                    nameof(RequestTag), key, $"is no key of a session tag: those have 1 to 128 {SessionTag.Characters}, and do not "
                        + "begin with 'aws:'.",
                    "Specify a tag that an attribute mapping makes.");
            }
            if (tags.Keys.Contains(key, StringComparer.OrdinalIgnoreCase))
            {
                throw new InvalidSettingException(
                    nameof(RequestTag), key, "is there twice: IAM does not tell upper from lower case in a condition key.",
                    "Specify one key with several values.");
            }
            var values = Unwrapped.Value(entry.Value) is object?[] list ? list : [entry.Value];
            tags[key] = values.Length == 0 ? [Text(key, null)] : [.. values.Select(value => Text(key, value))];
        }
        return tags;
    }

    private static string Text(string? key, object? value) =>
        ScalarText.Of(nameof(RequestTag), key, Unwrapped.Object(value)) is { Length: > 0 } text ? text
            : throw new InvalidSettingException(
                nameof(RequestTag), key, "a request tag needs a key and a value.",
                "Specify, for example, @{ repository = 'acme/*' }.");
}
