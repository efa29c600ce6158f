using System.Management.Automation;
using CognitoPools.Account;
using CognitoPools.Binding;
using CognitoPools.Completion;
using CognitoPools.Identities;
using CognitoPools.Pools;

namespace CognitoPools.Commands.Identities;

/// <summary>The base of the cmdlets that list a pool's identities and look at some of them.</summary>
public abstract class IdentityQueryCommand : ConnectedCommand
{
    /// <summary>The parameter set of a pool's identities.</summary>
    protected const string PoolSet = "Pool";

    /// <summary>The identity pool or pools: by exact name, by id, or any object with an IdentityPoolId property. A name that
    /// two pools share is an error that lists both.</summary>
    [Parameter(
        Mandatory = true, Position = 0, ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true, ParameterSetName = PoolSet)]
    [Alias("IdentityPoolId", "Id")]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(PoolCompleter))]
    public PSObject[]? IdentityPool { get; set; }

    /// <summary>Only guests: identities without logins, fully unlinked users included.</summary>
    [Parameter(ParameterSetName = PoolSet)]
    public SwitchParameter Guest { get; set; }

    /// <summary>Only identities that have at least one login.</summary>
    [Parameter(ParameterSetName = PoolSet)]
    public SwitchParameter Authenticated { get; set; }

    /// <summary>Only identities that signed in with one of these providers. Each may be named by its kind (Google,
    /// Facebook, Amazon, Apple, Twitter, CognitoUserPool, OpenIdConnect, Saml, Developer), its host, a user pool's id
    /// or provider name, an issuer, an ARN or a developer provider's name, with wildcards.</summary>
    [Parameter(ParameterSetName = PoolSet)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ProviderCompleter))]
    [ProviderName]
    public string[]? Provider { get; set; }

    /// <summary>Only identities made before this moment. A date object, or text in ISO 8601: 2024-04-03,
    /// 2024-04-03T14:30:00Z. A time without a zone is local.</summary>
    [Parameter(ParameterSetName = PoolSet)]
    [IsoDate]
    [ArgumentCompleter(typeof(DateCompleter))]
    public DateTimeOffset CreatedBefore { get; set; }

    /// <summary>Only identities made at this moment or later.</summary>
    [Parameter(ParameterSetName = PoolSet)]
    [IsoDate]
    [ArgumentCompleter(typeof(DateCompleter))]
    public DateTimeOffset CreatedAfter { get; set; }

    /// <summary>Only identities whose record last changed before this moment. The service does not tell when an
    /// identity was last used.</summary>
    [Parameter(ParameterSetName = PoolSet)]
    [IsoDate]
    [ArgumentCompleter(typeof(DateCompleter))]
    public DateTimeOffset ModifiedBefore { get; set; }

    /// <summary>Only identities whose record changed at this moment or later.</summary>
    [Parameter(ParameterSetName = PoolSet)]
    [IsoDate]
    [ArgumentCompleter(typeof(DateCompleter))]
    public DateTimeOffset ModifiedAfter { get; set; }

    private protected override IReadOnlyList<object?> Items => OneOrMany.Of(IdentityPool);

    /// <summary>The pool that is being worked on, as the user gave it.</summary>
    private protected object? Pool => CurrentItem;

    /// <summary>What tells the kinds of a pool's providers: its settings are read for the name of its developer
    /// provider.</summary>
    private protected LoginForms FormsOf(AccountConnection connection, string identityPoolId)
    {
        try
        {
            return new LoginForms(ReadPool(connection, identityPoolId, PoolParts.Settings).DeveloperProviderName);
        }
        catch (Exception exception) when (AwsErrors.IsNotAuthorized(exception))
        {
            WriteVerbose(
                $"The settings of identity pool {identityPoolId} may not be read, so that a developer provider is told "
                    + $"from an OpenID Connect provider by the form of its name.");
            return new LoginForms();
        }
    }

    /// <summary>The filter that the parameters make.</summary>
    private protected IdentityFilter Filter(Func<LoginForms> forms)
    {
        if (Guest && Authenticated)
        {
            throw new InvalidSettingException(
                nameof(Guest), true, "excludes -Authenticated: a guest is an identity without logins.",
                "Leave out one of the two, or both for all identities.");
        }
        var providers = Provider ?? ProviderNameAttribute.Piped(Pool);
        if (Guest && providers is not null)
        {
            throw new InvalidSettingException(
                nameof(Guest), true, "excludes -Provider: a guest has signed in with none.",
                "Leave out one of the two.");
        }
        var filter = new IdentityFilter
        {
            IdentityType = Guest ? PoolIdentityType.Guest : Authenticated ? PoolIdentityType.Authenticated : null,
            CreatedBefore = Given(nameof(CreatedBefore), CreatedBefore),
            CreatedAfter = Given(nameof(CreatedAfter), CreatedAfter),
            ModifiedBefore = Given(nameof(ModifiedBefore), ModifiedBefore),
            ModifiedAfter = Given(nameof(ModifiedAfter), ModifiedAfter),
        };
        filter.Check();
        return providers is null ? filter : filter with { Login = LoginPatterns.Of(providers, forms()) };
    }

    private DateTimeOffset? Given(string parameter, DateTimeOffset value) => IsBound(parameter) ? value : null;
}
