using System.Globalization;
using System.Management.Automation;
using CognitoPools.Account;
using CognitoPools.Binding;
using CognitoPools.Roles;

namespace CognitoPools.Commands.Access;

/// <summary>Makes the trust policy of a role for one identity pool or several, as JSON.</summary>
/// <remarks>
/// <para>The policy names Cognito's principal, the pools (aud) and whether guests or authenticated users are meant
/// (amr), in the words of the pools' partition; with -PrincipalTag it also allows sts:TagSession, which attribute
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
/// <code>Get-CognitoIdentityPool dev-* | New-PoolTrustPolicy -IdentityType Authenticated -PrincipalTag</code>
/// Names all of the pools in one statement that also allows principal tags.
/// </example>
/// <example>
/// <title>In another partition</title>
/// <code>New-PoolTrustPolicy -IdentityPool us-gov-west-1:12345678-1234-1234-1234-123456789012 -IdentityType Authenticated -Compact</code>
/// Uses the principal and the condition keys of GovCloud.
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

    /// <summary>Whose role: Guest or Authenticated.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [OneValue]
    public PoolIdentityType IdentityType { get; set; }

    /// <summary>Allows sts:TagSession, which a role needs whose users carry principal tags.</summary>
    [Parameter]
    public SwitchParameter PrincipalTag { get; set; }

    /// <summary>What stands before :aud and :amr in the condition keys, in place of the partition's own.</summary>
    [Parameter]
    [OneValue]
    [ValidatePattern(@"\A[a-z0-9.-]+\z")]
    public string? ConditionKeyPrefix { get; set; }

    /// <summary>The federated principal of Cognito, in place of the partition's own.</summary>
    [Parameter]
    [OneValue]
    [ValidatePattern(@"\A[a-z0-9.-]+\z")]
    public string? CognitoPrincipal { get; set; }

    /// <summary>Writes one line without white space.</summary>
    [Parameter]
    public SwitchParameter Compact { get; set; }

    private protected override void Process() => pools.Add(ResolvePool(IdentityPool).IdentityPoolId);

    private protected override void End()
    {
        if (pools.Count == 0)
            return;
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
        var policy = TrustPolicy.ForPool(partition, pools.Distinct(StringComparer.Ordinal), IdentityType, PrincipalTag);
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
}
