using System.Management.Automation;
using CognitoPools.Account;
using CognitoPools.Binding;
using CognitoPools.Completion;
using CognitoPools.Fleet;
using CognitoPools.Roles;

namespace CognitoPools.Commands.Access;

/// <summary>Finds the IAM roles of the account that trust identity pools, including open roles and roles of pools that
/// no longer exist.</summary>
/// <remarks>
/// <para>Use this cmdlet to review or clean up the roles of an account. It lists every role and returns those whose
/// trust policy names the principal of Amazon Cognito identity pools. Each result shows the pools that the role trusts,
/// which users it admits, which pools use it, and whether this module created it.</para>
/// <para>A role is open when more users can assume it than it is intended for. Nothing binds it to a pool, it accepts
/// every pool that matches a pattern, or guests can assume a role of authenticated users because nothing binds it to
/// amr. Findings shows which.</para>
/// <para>A role is orphaned when it trusts only identity pools that are not in this account, and no pool uses it. Such
/// a pool was deleted or belongs to another account; AWS does not reveal which.</para>
/// <para>The cmdlet looks up each trusted pool in the Region of its id. It looks for pools that use a role in these
/// Regions, in the default Region or the Region of -Region, and in the Regions of -PoolRegion. If it is not allowed to
/// read a Region, the state in Pools is Unknown and UsedBy is null. A warning explains the reason.</para>
/// <para>Roles and pools are read in parallel and returned in the order of IAM's list. IdentityPoolId and IdentityType
/// name the pool and the users for which Set-PoolRole repairs the role. They are null when there are several; UsedBy
/// lists them.</para>
/// <para>This cmdlet cannot find pools in Regions that it does not look up, and Findings does not consider permissions
/// policies.</para>
/// </remarks>
/// <example>
/// <title>Find roles of deleted pools</title>
/// <code>Find-PoolRole -Orphaned | Format-Table RoleName, CreatedByModule, Pools</code>
/// Shows the roles that no pool of the account can use any more.
/// </example>
/// <example>
/// <title>Find roles that more than their users can assume</title>
/// <code>Find-PoolRole -Open | Format-List RoleName, Findings, UsedBy</code>
/// Shows what is missing in each trust policy.
/// </example>
/// <example>
/// <title>Find the pools that use a role</title>
/// <code>(Find-PoolRole shop_guestrole -PoolRegion eu-west-1, eu-central-1).UsedBy</code>
/// Returns the pools of the default Region and of two other Regions that assign this role to users.
/// </example>
/// <example>
/// <title>Repair the trust policies of one team's roles</title>
/// <code>Find-PoolRole team-* | Where-Object UsedBy | Set-PoolRole -RepairTrust -WhatIf</code>
/// Shows how each trust policy that refuses its pool would be repaired.
/// </example>
/// <notes>
/// <para>Calls: iam: ListRoles, and GetRole for roles under the path /cognitopools/; cognito-identity:
/// ListIdentityPools, and GetIdentityPoolRoles for each pool of the Regions that are looked up.</para>
/// </notes>
/// <seealso href="https://docs.aws.amazon.com/cognito/latest/developerguide/role-trust-and-permissions.html">Amazon
/// Cognito: role trust and permissions</seealso>
[Cmdlet(VerbsCommon.Find, "PoolRole")]
[OutputType(typeof(FoundPoolRole))]
public sealed class FindPoolRoleCommand : ConnectedCommand
{
    /// <summary>Specifies the names of the roles to find. Wildcards are allowed. By default, the cmdlet finds all roles
    /// that trust identity pools.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RoleCompleter))]
    [RoleName]
    public string[]? Name { get; set; }

    /// <summary>Finds only roles that trust only identity pools that are not in this account, and that no pool
    /// uses.</summary>
    [Parameter]
    public SwitchParameter Orphaned { get; set; }

    /// <summary>Finds only roles that more users can assume than they are intended for.</summary>
    [Parameter]
    public SwitchParameter Open { get; set; }

    /// <summary>Specifies more Regions in which to look for pools that use the roles. The default Region and the
    /// Regions that the trust policies name are always included.</summary>
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
