using System.Collections;
using System.Management.Automation;
using CognitoPools.Account;
using CognitoPools.Binding;
using CognitoPools.Completion;
using CognitoPools.Identities;
using CognitoPools.Pools;
using CognitoPools.SignIn;

namespace CognitoPools.Commands;

/// <summary>The base of the cmdlets that sign in to an identity pool as an app does.</summary>
public abstract class SignInCommand : ConnectedCommand
{
    /// <summary>The identity pool: its exact name, its id, or any object with an IdentityPoolId property. Not needed
    /// with -IdentityId.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("IdentityPoolId", "Id")]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(PoolCompleter))]
    public PSObject[]? IdentityPool { get; set; }

    /// <summary>An identity to use again, by its id. Without it the pool finds the user's identity, and makes a new one
    /// for a guest.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(IdentityCompleter))]
    public string? IdentityId { get; set; }

    /// <summary>The user's logins: a hashtable of provider to ID token, such as @{ Google = $token }. Providers in any
    /// form, tokens as text or SecureString. Without it: a guest.</summary>
    [Parameter]
    [ValidateNotNull]
    [Table]
    [ArgumentCompleter(typeof(LoginTableCompleter))]
    public IDictionary? Login { get; set; }

    private protected override IReadOnlyList<object?> Items =>
        IdentityPool is null ? [IdentityId] : OneOrMany.Of(IdentityPool);

    /// <summary>The pool that is being worked on, as the user gave it.</summary>
    private protected object? Pool => IdentityPool is null ? null : CurrentItem;

    /// <summary>Who signs in where.</summary>
    private protected (AccountConnection Connection, SignInWish Wish) ReadWish()
    {
        if (IdentityId is not null)
        {
            IdentityIds.Region(IdentityId);
            CheckRegion(IdentityId);
        }
        if (!IsBound(nameof(IdentityPool)) && IdentityId is not null)
        {
            var account = Account.Connection;
            return (account, new SignInWish(null, IdentityId, LoginArgument.Read(Login, () => [])));
        }
        var (connection, id) = ResolvePool(Pool);
        CheckIdentity(IdentityId, id);
        return (
            connection,
            new SignInWish(
                id, IdentityId,
                LoginArgument.Read(Login, () => ReadPool(connection, id, PoolParts.Settings).Providers)));
    }

    /// <summary>Runs a sign-in. What the service refuses is explained.</summary>
    private protected T SignIn<T>(
        AccountConnection connection, SignInWish wish, SignInFlow flow,
        string? role, Func<CancellationToken, Task<T>> work) => Run(async token =>
    {
        try
        {
            return await work(token).ConfigureAwait(false);
        }
        catch (Exception refusal) when (refusal is not OperationCanceledException)
        {
            var explained = await new SignInExplainer(connection)
                .ExplainAsync(refusal, wish, flow, role, token)
                .ConfigureAwait(false);
            if (ReferenceEquals(explained, refusal))
                throw;
            throw explained;
        }
    });
}
