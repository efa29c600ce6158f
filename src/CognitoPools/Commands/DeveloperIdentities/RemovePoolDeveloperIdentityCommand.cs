using System.Management.Automation;
using CognitoPools.Account;
using CognitoPools.Binding;
using CognitoPools.Completion;

namespace CognitoPools.Commands.DeveloperIdentities;

/// <summary>Removes a user identifier of your back end from its identity.</summary>
/// <remarks>
/// <para>The identity stays, with its other user identifiers and logins. An identity that loses its last login is
/// listed like a guest's identity, but can no longer be used. At the next sign-in, the user gets a new identity and
/// loses the data that an app stored under the old one. The cmdlet therefore prompts for confirmation unless -Force is
/// specified.</para>
/// <para>This cmdlet cannot delete the identity. Use Remove-PoolIdentity instead.</para>
/// </remarks>
/// <example>
/// <title>One user</title>
/// <code>Remove-PoolDeveloperIdentity shop -DeveloperUserIdentifier user-42</code>
/// Looks up the identity and removes the user identifier from it.
/// </example>
/// <example>
/// <title>All user identifiers of an identity</title>
/// <code>Get-PoolDeveloperIdentity shop -IdentityId us-east-1:12345678-1234-1234-1234-123456789012 | Remove-PoolDeveloperIdentity -Force</code>
/// Removes each user identifier of the identity.
/// </example>
/// <example>
/// <title>Preview the removal</title>
/// <code>Remove-PoolDeveloperIdentity shop user-42 -WhatIf</code>
/// Shows the identity that would lose the user identifier.
/// </example>
/// <notes>
/// <para>Calls: cognito-identity: DescribeIdentityPool, LookupDeveloperIdentity and UnlinkDeveloperIdentity. A pool
/// specified by its name also requires ListIdentityPools; an id does not.</para>
/// </notes>
/// <seealso href="https://docs.aws.amazon.com/cognito/latest/developerguide/developer-authenticated-identities.html">Amazon
/// Cognito: developer-authenticated identities</seealso>
[Cmdlet(VerbsCommon.Remove, "PoolDeveloperIdentity", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemovePoolDeveloperIdentityCommand : DeveloperIdentityChangeCommand
{
    /// <summary>Specifies one or more identifiers of the user in your back end, 1 to 1,024 characters each.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateLength(1, 1024)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string[] DeveloperUserIdentifier { get; set; } = [];

    /// <summary>Specifies the identity that the user identifier belongs to. By default, the cmdlet looks it
    /// up.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [IdentityId]
    [ArgumentCompleter(typeof(IdentityCompleter))]
    public string? IdentityId { get; set; }

    private protected override void Process()
    {
        DestructionTarget.RequirePool(Pool, nameof(PoolDeveloperIdentity), nameof(PoolIdentity));
        var (connection, id) = ResolvePool(Pool);
        CheckIdentity(IdentityId, id);
        var provider = ProviderName(connection, id);
        Each(DeveloperUserIdentifier, user => Remove(connection, id, provider, user));
    }

    private void Remove(AccountConnection connection, string identityPoolId, string provider, string user)
    {
        var identities = new CognitoPools.SignIn.DeveloperIdentities(connection);
        var identity = IdentityId;
        if (identity is null)
            ForEach(token => identities.LookUpAsync(identityPoolId, null, user, token), found => identity = found.IdentityId);
        if (!Agreed(Force, $"{user} of {identity}", "Remove the user identifier from the identity"))
            return;
        Run(async token =>
        {
            await identities.UnlinkAsync(identityPoolId, identity!, provider, user, token).ConfigureAwait(false);
            NoteDone($"user identifier '{user}' was removed from identity {identity}");
        });
    }
}
