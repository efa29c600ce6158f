using System.Management.Automation;
using CognitoPools.Account;
using CognitoPools.Binding;
using CognitoPools.Completion;

namespace CognitoPools.Commands.DeveloperIdentities;

/// <summary>Gets the user identifiers that your back end has for an identity, or the identity that stands for a user
/// identifier.</summary>
/// <remarks>
/// <para>An identity can have several user identifiers; each is an object of its own, written as it comes, 60 with each
/// call. Both an identity and a user identifier can be named; the service then says whether they belong
/// together.</para>
/// <para>It does not list a pool's developer identities: the service has no such list. Get-PoolIdentity -Provider
/// Developer finds them among the pool's identities.</para>
/// </remarks>
/// <example>
/// <title>By user identifier</title>
/// <code>Get-PoolDeveloperIdentity shop -DeveloperUserIdentifier user-42</code>
/// Tells the identity of your user 42.
/// </example>
/// <example>
/// <title>By identity</title>
/// <code>Get-PoolDeveloperIdentity shop -IdentityId us-east-1:12345678-1234-1234-1234-123456789012</code>
/// Lists the user identifiers of the identity.
/// </example>
/// <example>
/// <title>From a list of your users</title>
/// <code>Get-Content users.txt | ForEach-Object { Get-PoolDeveloperIdentity shop -DeveloperUserIdentifier $_ }</code>
/// Looks each of them up.
/// </example>
/// <notes>
/// <para>Calls: cognito-identity: LookupDeveloperIdentity. A pool given by its name costs ListIdentityPools too; an id
/// does not.</para>
/// </notes>
/// <seealso href="https://docs.aws.amazon.com/cognito/latest/developerguide/developer-authenticated-identities.html">Amazon
/// Cognito: developer-authenticated identities</seealso>
[Cmdlet(VerbsCommon.Get, "PoolDeveloperIdentity", DefaultParameterSetName = UserSet)]
[OutputType(typeof(PoolDeveloperIdentity))]
public sealed class GetPoolDeveloperIdentityCommand : DeveloperIdentityCommand
{
    private const string UserSet = "User";
    private const string IdentitySet = "Identity";

    /// <summary>The identifier or identifiers that your back end has for the user, 1 to 1,024 characters.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true, ParameterSetName = UserSet)]
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = IdentitySet)]
    [ValidateLength(1, 1024)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string?[]? DeveloperUserIdentifier { get; set; }

    /// <summary>The id of the identity, or the ids of several.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = IdentitySet)]
    [ValidateNotNullOrEmpty]
    [IdentityId]
    [ArgumentCompleter(typeof(IdentityCompleter))]
    public string?[]? IdentityId { get; set; }

    private protected override void Process()
    {
        var (connection, id) = ResolvePool(Pool);
        Each(IdentityId ?? [null], identityId => Each(DeveloperUserIdentifier ?? [null], user => LookUp(connection, id, identityId, user)));
    }

    private void LookUp(AccountConnection connection, string identityPoolId, string? identityId, string? user)
    {
        CheckIdentity(identityId, identityPoolId);
        ForEach(
            token => new CognitoPools.SignIn.DeveloperIdentities(connection).LookUpAsync(identityPoolId, identityId, user, token),
            WriteObject);
    }
}
