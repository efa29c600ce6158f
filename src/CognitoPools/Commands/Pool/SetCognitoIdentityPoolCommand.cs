using System.Collections;
using System.Management.Automation;
using CognitoPools.Account;
using CognitoPools.Binding;
using CognitoPools.Completion;
using CognitoPools.Errors;
using CognitoPools.Pools;
using CognitoPools.Pools.Plans;
using CognitoPools.Providers;

namespace CognitoPools.Commands.Pool;

/// <summary>Changes the name, basic flow, developer provider or tags of an identity pool.</summary>
/// <remarks>
/// <para>Changes only the settings that you specify. All other settings of the pool stay unchanged. The service
/// replaces all settings of a pool at once, so the cmdlet reads them just before the change, sends all of them, and
/// reads them again. A setting that you do not specify keeps its value, even if someone else changes it in the
/// meantime.</para>
/// <para>BasicFlow is Unset if it was never set. The service has been seen to accept the basic (classic) flow in this
/// state, so treat Unset as active. To turn the basic flow off, use -BasicFlow Inactive.</para>
/// <para>When you rename a pool, its roles keep their names. The id of the pool, which apps use, does not
/// change.</para>
/// <para>This cmdlet cannot change or remove a developer provider after it was set, and it cannot set BasicFlow back
/// to Unset. For guest access, providers and roles, use Set-PoolGuestAccess, Set-PoolIdentityProvider and
/// Set-PoolRole.</para>
/// </remarks>
/// <example>
/// <title>Rename a pool</title>
/// <code>Set-CognitoIdentityPool shop -NewName web-shop -PassThru</code>
/// Renames the pool and returns it. A name that another pool has is an error, because users tell pools apart by name.
/// </example>
/// <example>
/// <title>Turn off the basic flow in pools where it was never set</title>
/// <code>Get-CognitoIdentityPool | Where-Object BasicFlow -eq Unset | Set-CognitoIdentityPool -BasicFlow Inactive -WhatIf</code>
/// Shows the step for each pool, with the old and the new value.
/// </example>
/// <example>
/// <title>Change tags</title>
/// <code>Set-CognitoIdentityPool shop -Tag @{ team = 'web'; stage = 'prod' } -RemoveTag old</code>
/// Adds or changes two tags and removes one. The other tags stay unchanged.
/// </example>
/// <notes>
/// <para>Calls: cognito-identity: DescribeIdentityPool, GetIdentityPoolRoles and GetPrincipalTagAttributeMap,
/// UpdateIdentityPool, TagResource and UntagResource, depending on the changes. A pool specified by name also
/// requires ListIdentityPools; an id does not.</para>
/// <para>If a step fails, the completed steps are undone. This also requires the permissions for the opposite
/// calls.</para>
/// </notes>
/// <seealso href="https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-identity.html">Amazon Cognito:
/// identity pools</seealso>
[Cmdlet(VerbsCommon.Set, "CognitoIdentityPool", SupportsShouldProcess = true)]
[OutputType(typeof(IdentityPool), typeof(PoolPlan))]
public sealed class SetCognitoIdentityPoolCommand : PoolEditCommand
{
    /// <summary>Specifies the new name of the pool: 1 to 128 letters, digits, spaces and the characters + = , . @ _
    /// -</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? NewName { get; set; }

    /// <summary>Uses the new name even if another pool has it. Requires -NewName.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Flag]
    public SwitchParameter AllowDuplicate { get; set; }

    /// <summary>Specifies whether the basic (classic) flow, in which the caller chooses the role, is Active or
    /// Inactive.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [FlowState]
    [OneValue(Of = typeof(BasicFlowState), Unlisted = nameof(BasicFlowState.Unset))]
    [ArgumentCompleter(typeof(ChoiceCompleter<BasicFlowState>))]
    public Choice<BasicFlowState> BasicFlow { get; set; }

    /// <summary>Specifies the name of a developer provider, which is a back end of yours that signs users in. You
    /// cannot change or remove it later. The cmdlet does not ask before it sets the name, unless you specify
    /// -Confirm.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(DeveloperProviderCompleter))]
    public string? DeveloperProviderName { get; set; }

    /// <summary>Specifies tags to add or change, as a hashtable of keys and values, such as @{ team = 'web' }. A pool
    /// can have up to 50 tags.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Tags")]
    [Table(IsTags = true)]
    [ArgumentCompleter(typeof(TagTableCompleter))]
    public IDictionary? Tag { get; set; }

    /// <summary>Specifies the keys of tags to remove. Keys that the pool does not have are ignored.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(TagKeyCompleter))]
    public string[]? RemoveTag { get; set; }

    private protected override PoolParts Needs =>
        BasicFlow == BasicFlowState.Active ? PoolParts.SettingsAndRoles : PoolParts.Settings;

    private protected override void CheckParameters() =>
        Combination.OnlyWith(nameof(NewName), NewName is not null, (nameof(AllowDuplicate), AllowDuplicate));

    private protected override PoolChange Change(AccountConnection connection, IdentityPool current)
    {
        if (Tag is not null || RemoveTag is not null)
            current = WithArn(connection, current);
        var desired = current with
        {
            Name = NewName ?? current.Name,
            BasicFlow = IsBound(nameof(BasicFlow)) ? BasicFlow.Value : current.BasicFlow,
            Tags = current.Tags.RemoveRange(RemoveTag ?? []).SetItems(TagArgument.Read(nameof(Tag), Tag)),
        };
        if (RemoveTag?.FirstOrDefault(key => Tag is not null && desired.Tags.ContainsKey(key) && Tag.Contains(key)) is { } both)
        {
            throw new InvalidSettingException(nameof(RemoveTag), both, "the tag is also specified with -Tag.", "Specify each tag once.");
        }
        if (desired.BasicFlow == BasicFlowState.Unset && current.BasicFlow != BasicFlowState.Unset)
        {
            throw new InvalidSettingException(
                nameof(BasicFlow), BasicFlow,
                "the basic flow of this pool was set before, so it cannot be Unset again.", "Specify Active or Inactive.");
        }
        if (DeveloperProviderName is not null)
            desired = desired with { Providers = WithDeveloper(current) };
        if (desired.Name != current.Name)
            CheckName(connection, current, desired.Name);
        return new PoolChange(current, desired);
    }

    private List<PoolIdentityProvider> WithDeveloper(IdentityPool current)
    {
        var developer = ProviderBuilder.Developer(DeveloperProviderName!) with { IdentityPoolId = current.IdentityPoolId };
        return [.. current.Providers.Where(provider => provider.Type != ProviderType.Developer), developer];
    }

    private void CheckName(AccountConnection connection, IdentityPool current, string name)
    {
        PoolRules.CheckName(name);
        if (AllowDuplicate)
            return;
        var others = Run(token => new PoolDirectory(connection).FindAsync(current.Region, name, token)).Where(
            pool => pool.IdentityPoolId != current.IdentityPoolId)
            .Select(pool => pool.IdentityPoolId)
            .ToList();
        if (others.Count > 0)
            throw new PoolException(PoolErrorId.NewNameTaken, name, others);
    }
}
