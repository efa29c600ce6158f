using System.Management.Automation;
using CognitoPools.Account;
using CognitoPools.Binding;
using CognitoPools.Completion;

namespace CognitoPools.Commands.DeveloperIdentities;

/// <summary>Takes a user identifier of your back end from its identity.</summary>
/// <remarks>
/// <para>The identity stays, with its other user identifiers and logins; without any it counts as a guest's. The user
/// gets a new identity at the next sign-in and loses what an app stored under the old one, so the cmdlet asks first,
/// unless -Force is given.</para>
/// <para>It does not delete the identity: Remove-PoolIdentity does.</para>
/// </remarks>
/// <example>
/// <title>One user</title>
/// <code>Remove-PoolDeveloperIdentity shop -DeveloperUserIdentifier user-42</code>
/// Looks the identity up and takes the user identifier from it.
/// </example>
/// <example>
/// <title>All user identifiers of an identity</title>
/// <code>Get-PoolDeveloperIdentity shop -IdentityId us-east-1:12345678-1234-1234-1234-123456789012 | Remove-PoolDeveloperIdentity -Force</code>
/// Leaves the identity without any.
/// </example>
/// <example>
/// <title>See first</title>
/// <code>Remove-PoolDeveloperIdentity shop user-42 -WhatIf</code>
/// Names the identity that would lose it.
/// </example>
/// <notes>
/// <para>Calls: cognito-identity: DescribeIdentityPool, LookupDeveloperIdentity and UnlinkDeveloperIdentity. A pool
/// given by its name costs ListIdentityPools too; an id does not.</para>
/// </notes>
/// <seealso href="https://docs.aws.amazon.com/cognito/latest/developerguide/developer-authenticated-identities.html">Amazon
/// Cognito: developer-authenticated identities</seealso>
[Cmdlet(VerbsCommon.Remove, "PoolDeveloperIdentity", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemovePoolDeveloperIdentityCommand : DeveloperIdentityChangeCommand
{
    /// <summary>The identifier or identifiers that your back end has for the user.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateLength(1, 1024)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string[] DeveloperUserIdentifier { get; set; } = [];

    /// <summary>The identity that it stands for. Without it, it is looked up.</summary>
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
        if (!Agreed(Force, $"{user} of {identity}", "Take the user identifier from the identity"))
            return;
        Run(async token =>
        {
            await identities.UnlinkAsync(identityPoolId, identity!, provider, user, token).ConfigureAwait(false);
            NoteDone($"user identifier '{user}' was taken from identity {identity}");
        });
    }
}
