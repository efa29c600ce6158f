using System.Management.Automation;
using CognitoPools.Account;
using CognitoPools.Binding;
using CognitoPools.Pools.Plans;

namespace CognitoPools.Commands.Providers;

/// <summary>Removes an identity provider from an identity pool, with its role mapping and its attribute
/// mapping.</summary>
/// <remarks>
/// <para>Users of the provider can no longer sign in to the pool with it. The cmdlet prompts for confirmation and lists
/// what it removes, unless -Force is specified.</para>
/// <para>The identities and their logins stay, so users get their identities back if you add the same provider again.
/// The role setting, rules and attribute mapping do not come back and must be specified again.</para>
/// <para>This cmdlet cannot remove a developer provider. It does not change the user pool, the application or the IAM
/// provider.</para>
/// </remarks>
/// <example>
/// <title>One provider, with confirmation</title>
/// <code>Remove-PoolIdentityProvider shop Facebook</code>
/// Shows what is removed with the provider, prompts for confirmation, and removes it.
/// </example>
/// <example>
/// <title>A provider in every pool</title>
/// <code>Get-CognitoIdentityPool | Get-PoolIdentityProvider -Type Digits | Remove-PoolIdentityProvider -Force</code>
/// Removes Digits, a service that was shut down, from each pool that has it.
/// </example>
/// <example>
/// <title>Preview the removal</title>
/// <code>Remove-PoolIdentityProvider shop us-east-1_AbCdEf123 -WhatIf</code>
/// Shows the steps: the attribute mapping, the provider, and the role mapping.
/// </example>
/// <notes>
/// <para>Calls: cognito-identity: DescribeIdentityPool, GetIdentityPoolRoles, GetPrincipalTagAttributeMap and
/// UpdateIdentityPool; SetIdentityPoolRoles if the provider has a role mapping; SetPrincipalTagAttributeMap if it has
/// an attribute mapping. A pool specified by its name also requires ListIdentityPools; an id does not.</para>
/// <para>When a step fails, the cmdlet undoes the steps that were already done. This requires the permissions for the
/// opposite calls.</para>
/// </notes>
/// <seealso href="https://docs.aws.amazon.com/cognito/latest/developerguide/external-identity-providers.html">Amazon
/// Cognito: identity providers of identity pools</seealso>
[Cmdlet(VerbsCommon.Remove, "PoolIdentityProvider", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(IdentityPool), typeof(PoolPlan))]
public sealed class RemovePoolIdentityProviderCommand : ProviderEditCommand
{
    private PoolIdentityProvider? removed;

    private protected override void CheckParameters() =>
        DestructionTarget.RequirePool(Pool, nameof(PoolIdentityProvider));

    private protected override PlanQuestion QuestionAbout(IdentityPool current)
    {
        List<string> parts = [];
        if (removed!.RoleSetting != RoleSetting.Default)
        {
            parts.Add(removed.Rules.Count > 0
                ? $"its role mapping with {removed.Rules.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)} "
                    + (removed.Rules.Count == 1 ? "rule" : "rules")
                : "its role mapping");
        }
        var shared = current.Providers.Any(provider => provider.Key != removed.Key && provider.TagKey == removed.TagKey);
        if (!shared && removed.AttributeMapping.Mode != AttributeMappingMode.Inactive)
            parts.Add("its attribute mapping");
        var also = parts.Count == 0 ? "" : $" This also removes {string.Join(" and ", parts)}.";
        return new PlanQuestion(
            $"Remove {removed} from identity pool {current}? Its users can no longer sign in to the pool with it.{also}")
        {
            StatesPlan = true,
        };
    }

    private protected override PoolChange Change(AccountConnection connection, IdentityPool current)
    {
        removed = Find(current);
        return new PoolChange(
            current,
            current with { Providers = [.. current.Providers.Where(provider => provider.Key != removed.Key)] });
    }
}
