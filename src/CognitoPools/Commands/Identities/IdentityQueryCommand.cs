using System.Management.Automation;
using CognitoPools.Account;
using CognitoPools.Binding;
using CognitoPools.Completion;
using CognitoPools.Identities;
using CognitoPools.Pools;

namespace CognitoPools.Commands.Identities;

/// <summary>The base of the cmdlets that list the identities of a pool and filter them.</summary>
public abstract class IdentityQueryCommand : ConnectedCommand
{
    /// <summary>The parameter set of a pool's identities.</summary>
    protected const string PoolSet = "Pool";

    /// <summary>Specifies one or more identity pools by exact name, by id, or as any object with an IdentityPoolId
    /// property. If two pools have the name, the cmdlet writes an error that lists both.</summary>
    [Parameter(
        Mandatory = true, Position = 0, ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true, ParameterSetName = PoolSet)]
    [Alias("IdentityPoolId", "Id")]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(PoolCompleter))]
    public PSObject[]? IdentityPool { get; set; }

    /// <summary>Selects only guests: identities without logins. This includes users whose logins were all
    /// removed.</summary>
    [Parameter(ParameterSetName = PoolSet)]
    public SwitchParameter Guest { get; set; }

    /// <summary>Selects only identities that have at least one login.</summary>
    [Parameter(ParameterSetName = PoolSet)]
    public SwitchParameter Authenticated { get; set; }

    /// <summary>Selects only identities that signed in with one of these providers. Specify a kind (Google, Facebook,
    /// Amazon, Apple, Twitter, CognitoUserPool, OpenIdConnect, Saml, Developer), a host, the id or provider name of a
    /// user pool, an issuer, an ARN, or the name of a developer provider. Wildcards are allowed.</summary>
    [Parameter(ParameterSetName = PoolSet)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ProviderCompleter))]
    [ProviderName]
    public string[]? Provider { get; set; }

    /// <summary>Selects only identities that were created before this time. Specify a date object, or text in ISO 8601
    /// format, for example 2024-04-03 or 2024-04-03T14:30:00Z. A time without a time zone is local.</summary>
    [Parameter(ParameterSetName = PoolSet)]
    [IsoDate]
    [ArgumentCompleter(typeof(DateCompleter))]
    public DateTimeOffset CreatedBefore { get; set; }

    /// <summary>Selects only identities that were created at this time or later.</summary>
    [Parameter(ParameterSetName = PoolSet)]
    [IsoDate]
    [ArgumentCompleter(typeof(DateCompleter))]
    public DateTimeOffset CreatedAfter { get; set; }

    /// <summary>Selects only identities whose record last changed before this time. The service does not report when an
    /// identity was last used.</summary>
    [Parameter(ParameterSetName = PoolSet)]
    [IsoDate]
    [ArgumentCompleter(typeof(DateCompleter))]
    public DateTimeOffset ModifiedBefore { get; set; }

    /// <summary>Selects only identities whose record changed at this time or later.</summary>
    [Parameter(ParameterSetName = PoolSet)]
    [IsoDate]
    [ArgumentCompleter(typeof(DateCompleter))]
    public DateTimeOffset ModifiedAfter { get; set; }

    private protected override IReadOnlyList<object?> Items => OneOrMany.Of(IdentityPool);

    /// <summary>The pool that is being processed, as the user specified it.</summary>
    private protected object? Pool => CurrentItem;

    /// <summary>Distinguishes the kinds of a pool's providers. Reads the pool's settings for the name of its developer
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
                $"The caller is not allowed to read the settings of identity pool {identityPoolId}. The cmdlet therefore "
                    + "distinguishes a developer provider from an OpenID Connect provider by the form of its name.");
            return new LoginForms();
        }
    }

    /// <summary>The filter that the parameters describe.</summary>
    private protected IdentityFilter Filter(Func<LoginForms> forms)
    {
        if (Guest && Authenticated)
        {
            throw new InvalidSettingException(
                nameof(Guest), null, "-Guest cannot be combined with -Authenticated. A guest is an identity without logins.",
                "Omit one of them, or both to select all identities.");
        }
        var providers = Provider ?? ProviderNameAttribute.Piped(Pool);
        if (Guest && providers is not null)
        {
            throw new InvalidSettingException(
                nameof(Guest), null, "-Guest cannot be combined with -Provider. A guest has not signed in with a provider.",
                "Omit one of them.");
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
