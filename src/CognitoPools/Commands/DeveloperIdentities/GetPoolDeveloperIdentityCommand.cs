using System.Management.Automation;
using CognitoPools.Account;
using CognitoPools.Binding;
using CognitoPools.Completion;

namespace CognitoPools.Commands.DeveloperIdentities;

/// <summary>Gets the user identifiers of an identity, or the identity of a user identifier, for users of your back
/// end.</summary>
/// <remarks>
/// <para>An identity can have several user identifiers. The cmdlet returns one object for each, 60 with each call, as
/// they arrive. If you specify both an identity and a user identifier, the service checks whether they belong
/// together.</para>
/// <para>This cmdlet cannot list all developer identities of a pool, because the service has no such list. Use
/// Get-PoolIdentity -Provider Developer to find them among the identities of the pool.</para>
/// </remarks>
/// <example>
/// <title>By user identifier</title>
/// <code>Get-PoolDeveloperIdentity shop -DeveloperUserIdentifier user-42</code>
/// Gets the identity of your user 42.
/// </example>
/// <example>
/// <title>By identity</title>
/// <code>Get-PoolDeveloperIdentity shop -IdentityId us-east-1:12345678-1234-1234-1234-123456789012</code>
/// Gets the user identifiers of the identity.
/// </example>
/// <example>
/// <title>A list of your users</title>
/// <code>Get-Content users.txt | ForEach-Object { Get-PoolDeveloperIdentity shop -DeveloperUserIdentifier $_ }</code>
/// Looks up each user of the file.
/// </example>
/// <notes>
/// <para>Calls: cognito-identity: LookupDeveloperIdentity. A pool specified by its name also requires
/// ListIdentityPools; an id does not.</para>
/// </notes>
/// <seealso href="https://docs.aws.amazon.com/cognito/latest/developerguide/developer-authenticated-identities.html">Amazon
/// Cognito: developer-authenticated identities</seealso>
[Cmdlet(VerbsCommon.Get, "PoolDeveloperIdentity", DefaultParameterSetName = UserSet)]
[OutputType(typeof(PoolDeveloperIdentity))]
public sealed class GetPoolDeveloperIdentityCommand : DeveloperIdentityCommand
{
    private const string UserSet = "User";
    private const string IdentitySet = "Identity";

    /// <summary>Specifies one or more identifiers of the user in your back end, 1 to 1,024 characters each.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true, ParameterSetName = UserSet)]
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = IdentitySet)]
    [ValidateLength(1, 1024)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string?[]? DeveloperUserIdentifier { get; set; }

    /// <summary>Specifies the ids of one or more identities.</summary>
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
