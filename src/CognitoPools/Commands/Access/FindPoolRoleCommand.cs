using System.Management.Automation;
using CognitoPools.Account;
using CognitoPools.Binding;
using CognitoPools.Completion;
using CognitoPools.Fleet;
using CognitoPools.Roles;

namespace CognitoPools.Commands.Access;

/// <summary>Finds the IAM roles of the account that trust identity pools, among them open roles and those of pools that no
/// longer exist.</summary>
/// <remarks>
/// <para>Every role of the account is listed. Written is each whose trust policy names the principal of Amazon Cognito
/// identity pools, with the pools that it accepts, whom it admits, which pools use it, and whether this module created
/// it.</para>
/// <para>A role is open when users for whom it is not meant can assume it: nothing binds it to a pool, it accepts every
/// pool that fits a pattern, or guests can assume a role of authenticated users because nothing binds it to amr. Findings
/// says which. A role is orphaned when it trusts nobody but identity pools that are not in this account, and no pool uses
/// it. Such a pool was deleted or belongs to another account; AWS does not tell which.</para>
/// <para>Whether a pool exists is looked up in the Region that its id names. Which pools use a role is looked up in these
/// Regions, in the default Region or that of -Region, and in those of -PoolRegion. What may not be read is Unknown in
/// Pools or null in UsedBy, with a warning that says why.</para>
/// <para>Roles and pools are read in parallel and written in the order of IAM's list. IdentityPoolId and IdentityType say
/// for which pool and users Set-PoolRole repairs the role; they are null when there are several, and UsedBy holds
/// them.</para>
/// </remarks>
/// <example>
/// <title>What pools left behind</title>
/// <code>Find-PoolRole -Orphaned | Format-Table RoleName, CreatedByModule, Pools</code>
/// Writes the roles that no pool of the account can use any more.
/// </example>
/// <example>
/// <title>Roles that more than their users can assume</title>
/// <code>Find-PoolRole -Open | Format-List RoleName, Findings, UsedBy</code>
/// Says of each what is missing in its trust policy.
/// </example>
/// <example>
/// <title>Who uses a role</title>
/// <code>(Find-PoolRole shop_guestrole -PoolRegion eu-west-1, eu-central-1).UsedBy</code>
/// Writes the pools of the default Region and of two others that give this role to users.
/// </example>
/// <example>
/// <title>Repair the trust of the roles of one team</title>
/// <code>Find-PoolRole team-* | Where-Object UsedBy | Set-PoolRole -RepairTrust -WhatIf</code>
/// Shows how each trust policy that refuses its pool would be repaired.
/// </example>
/// <notes>
/// <para>Calls: iam: ListRoles, and GetRole for roles under the path /cognitopools/; cognito-identity: ListIdentityPools,
/// and GetIdentityPoolRoles for each pool of the Regions that are looked up. Findings do not take permissions policies
/// into account.</para>
/// </notes>
/// <seealso href="https://docs.aws.amazon.com/cognito/latest/developerguide/role-trust-and-permissions.html">Amazon
/// Cognito: role trust and permissions</seealso>
[Cmdlet(VerbsCommon.Find, "PoolRole")]
[OutputType(typeof(FoundPoolRole))]
public sealed class FindPoolRoleCommand : ConnectedCommand
{
    /// <summary>Only roles of these names. Wildcards are allowed.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RoleCompleter))]
    [RoleName]
    public string[]? Name { get; set; }

    /// <summary>Only roles that trust nobody but identity pools that are not in this account, and that no pool uses.</summary>
    [Parameter]
    public SwitchParameter Orphaned { get; set; }

    /// <summary>Only roles that users for whom they are not meant can assume.</summary>
    [Parameter]
    public SwitchParameter Open { get; set; }

    /// <summary>More Regions whose pools may use the roles. The Regions that the roles' trust policies name, and the
    /// default Region, are always looked up.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string[]? PoolRegion { get; set; }

    private protected override void Process()
    {
        var patterns = Name?.Select(name => Wildcard.Of(nameof(Name), RoleArn.TryParse(name, out var arn) ? arn.Name : name)).ToList();
        var connection = Account.Connection;
        var region = RegionOf(connection);
        string[] regions = [region, .. (PoolRegion ?? []).Select(name => AwsRegion.Require(name, $"-{nameof(PoolRegion)}"))];
        var finder = new RoleFinder(connection, region, regions, Reporter);
        ForEach(
            token => finder.FindAsync(name => patterns?.Exists(pattern => pattern.IsMatch(name)) != false, token),
            role =>
            {
                if ((!Orphaned || role.Orphaned) && (!Open || role.Open))
                    WriteObject(role);
            });
    }
}
