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

/// <summary>Changes an identity pool's name, basic flow, developer provider or tags. Nothing else of the pool changes.</summary>
/// <remarks>
/// <para>The service replaces all settings of a pool when one is changed; the cmdlet reads them just before, sends the
/// whole, and reads them again. A setting that you do not name keeps its value, also when somebody else changes it
/// meanwhile.</para>
/// <para>BasicFlow shows Unset when nobody ever set it. The service was seen to accept the basic (classic) flow then,
/// so treat Unset as active; -BasicFlow Inactive shuts it. A basic flow that was set can never be unset again.</para>
/// <para>A developer provider can be set once and never changed or removed. The pool's roles keep their names when it
/// is renamed, and apps name a pool by its id, which stays.</para>
/// </remarks>
/// <example>
/// <title>Rename</title>
/// <code>Set-CognitoIdentityPool shop -NewName web-shop -PassThru</code>
/// Renames the pool and writes it. A name that another pool has is an error, because names are how you tell pools apart.
/// </example>
/// <example>
/// <title>Shut the basic flow wherever it was never set</title>
/// <code>Get-CognitoIdentityPool | Where-Object BasicFlow -eq Unset | Set-CognitoIdentityPool -BasicFlow Inactive -WhatIf</code>
/// Shows for each pool the step with the old and the new value.
/// </example>
/// <example>
/// <title>Tags</title>
/// <code>Set-CognitoIdentityPool shop -Tag @{ team = 'web'; stage = 'prod' } -RemoveTag old</code>
/// Adds or changes two tags and removes one; the others stay.
/// </example>
/// <notes>
/// <para>Calls: cognito-identity: DescribeIdentityPool, GetIdentityPoolRoles and GetPrincipalTagAttributeMap,
/// UpdateIdentityPool, TagResource and UntagResource, as far as something changes. A pool given by its name costs
/// ListIdentityPools too; an id does not.</para>
/// <para>When a step fails, the finished ones are undone, which needs the permissions of the opposite calls as well.</para>
/// </notes>
/// <seealso href="https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-identity.html">Amazon Cognito:
/// identity pools</seealso>
[Cmdlet(VerbsCommon.Set, "CognitoIdentityPool", SupportsShouldProcess = true)]
[OutputType(typeof(IdentityPool), typeof(PoolPlan))]
public sealed class SetCognitoIdentityPoolCommand : PoolEditCommand
{
    /// <summary>The pool's new name: 1 to 128 letters, digits, spaces and the characters + = , . @ _ -</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? NewName { get; set; }

    /// <summary>Takes the new name even when another pool has it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Flag]
    public SwitchParameter AllowDuplicate { get; set; }

    /// <summary>Active allows the basic (classic) flow, in which the caller chooses the role; Inactive refuses it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [FlowState]
    [OneValue(Of = typeof(BasicFlowState))]
    [ArgumentCompleter(typeof(ChoiceCompleter<BasicFlowState>))]
    public Choice<BasicFlowState> BasicFlow { get; set; }

    /// <summary>The name of a developer provider: a back end of yours that signs users in. It can be set once and never
    /// changed or removed.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(DeveloperProviderCompleter))]
    public string? DeveloperProviderName { get; set; }

    /// <summary>Tags to add or change, as a hashtable; a pool has at most 50.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Tags")]
    [Table(IsTags = true)]
    [ArgumentCompleter(typeof(TagTableCompleter))]
    public IDictionary? Tag { get; set; }

    /// <summary>The keys of tags to remove. One that the pool lacks is passed over.</summary>
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
            throw new InvalidSettingException(nameof(RemoveTag), both, "is in -Tag too.", "Name each tag once.");
        }
        if (desired.BasicFlow == BasicFlowState.Unset && current.BasicFlow != BasicFlowState.Unset)
        {
            throw new InvalidSettingException(
                nameof(BasicFlow), BasicFlow,
                "a basic flow that was set cannot be unset again.", "Say Active or Inactive.");
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
