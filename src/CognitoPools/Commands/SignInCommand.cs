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
    /// <summary>Specifies the identity pool by its exact name, its id, or any object with an IdentityPoolId property.
    /// It is not required with -IdentityId.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("IdentityPoolId", "Id")]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(PoolCompleter))]
    public PSObject[]? IdentityPool { get; set; }

    /// <summary>Specifies the ids of existing identities to use. By default, the pool finds the user's identity, and
    /// creates a new one for a guest.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [IdentityId]
    [ArgumentCompleter(typeof(IdentityCompleter))]
    public string?[]? IdentityId { get; set; }

    /// <summary>Specifies the user's logins: a hashtable whose keys name providers in any form, such as Google, a user
    /// pool id, an issuer or an ARN, and whose values are ID tokens as text or SecureString. For example: @{ Google =
    /// $token }. By default, the user is a guest.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNull]
    [Table]
    [ArgumentCompleter(typeof(LoginTableCompleter))]
    public IDictionary? Login { get; set; }

    private protected override IReadOnlyList<object?> Items =>
        HasPool ? OneOrMany.Of(IdentityPool) : IdentityId ?? [null];

    /// <summary>The pool that is being processed, as the user specified it.</summary>
    private protected object? Pool => HasPool ? CurrentItem : null;

    private bool HasPool => IsArgument(nameof(IdentityPool)) || (IdentityPool is not null && !Array.TrueForAll(IdentityPool, NamesNone));

    // Get-PoolIdentity -IdentityId returns an identity without its pool.
    private static bool NamesNone(PSObject? value) => Unwrapped.Object(value) is not { } plain
        || (OwnObject.TypeOf(plain) == nameof(PoolIdentity) && !PoolArgument.IsNamedBy(plain));

    /// <summary>Signs in once.</summary>
    /// <param name="identityId">The identity to use again, or null.</param>
    private protected abstract void SignIn(string? identityId);

    private protected sealed override void Process()
    {
        if (!HasPool)
            SignIn(CurrentItem as string);
        else
            Each(IdentityId ?? [null], SignIn);
    }

    /// <summary>Reads the pool or identity and the logins of the sign-in.</summary>
    private protected (AccountConnection Connection, SignInWish Wish) ReadWish(string? identityId)
    {
        if (identityId is not null)
        {
            IdentityIds.Region(identityId);
            CheckRegion(identityId);
        }
        if (identityId is not null && !HasPool)
        {
            var account = Account.Connection;
            return (account, new SignInWish(null, identityId, LoginArgument.Read(Login, () => [])));
        }
        var (connection, id) = ResolvePool(Pool);
        CheckIdentity(identityId, id);
        return (
            connection,
            new SignInWish(
                id, identityId,
                LoginArgument.Read(Login, () => ReadPool(connection, id, PoolParts.Settings).Providers)));
    }

    /// <summary>Runs a sign-in and explains a refusal of the service.</summary>
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
