using System.Management.Automation;
using CognitoPools.Account;
using CognitoPools.Binding;
using CognitoPools.Pools.Plans;

namespace CognitoPools.Commands.Providers;

/// <summary>Removes an identity provider from an identity pool, with its role mapping and its attribute mapping.</summary>
/// <remarks>
/// <para>Users of the provider can no longer sign in to the pool with it. Their identities stay, and so do their
/// logins, so that adding the same provider again gives them their identities back; its role setting, rules and
/// attribute mapping have to be given anew. The cmdlet says what goes and asks first, unless -Force is given.</para>
/// <para>A developer provider can never be removed. The user pool, the app and the IAM provider themselves are not
/// touched.</para>
/// </remarks>
/// <example>
/// <title>One provider, with the question</title>
/// <code>Remove-PoolIdentityProvider shop Facebook</code>
/// Says what goes with the provider, asks, and removes it.
/// </example>
/// <example>
/// <title>From every pool</title>
/// <code>Get-CognitoIdentityPool | Get-PoolIdentityProvider -Type Digits | Remove-PoolIdentityProvider -Force</code>
/// Removes a provider that no longer exists from each pool that has it.
/// </example>
/// <example>
/// <title>See first</title>
/// <code>Remove-PoolIdentityProvider shop us-east-1_AbCdEf123 -WhatIf</code>
/// Shows the steps: the attribute mapping, the provider, the role mapping.
/// </example>
/// <notes>
/// <para>Calls: cognito-identity: DescribeIdentityPool, GetIdentityPoolRoles and GetPrincipalTagAttributeMap,
/// UpdateIdentityPool, and SetIdentityPoolRoles and SetPrincipalTagAttributeMap where the provider has a role mapping
/// or an attribute mapping. A pool given by its name costs ListIdentityPools too; an id does not.</para>
/// <para>When a step fails, the finished ones are undone, which needs the permissions of the opposite calls as well.</para>
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
        List<string> gone = [];
        if (removed!.RoleSetting != RoleSetting.Default)
        {
            gone.Add(removed.Rules.Count > 0
                ? $"its role mapping with {removed.Rules.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)} rules"
                : "its role mapping");
        }
        var shared = current.Providers.Any(provider => provider.Key != removed.Key && provider.TagKey == removed.TagKey);
        if (!shared && removed.AttributeMapping.Mode != AttributeMappingMode.Inactive)
            gone.Add("its attribute mapping");
        var also = gone.Count == 0 ? "" : $" With it {(gone.Count == 1 ? "goes" : "go")} {string.Join(" and ", gone)}.";
        return new PlanQuestion(
            $"Remove {removed} from identity pool {current}? Its users can no longer sign in with it.{also}");
    }

    private protected override PoolChange Change(AccountConnection connection, IdentityPool current)
    {
        removed = Find(current);
        return new PoolChange(
            current,
            current with { Providers = [.. current.Providers.Where(provider => provider.Key != removed.Key)] });
    }
}
