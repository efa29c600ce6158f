using System.Management.Automation;
using CognitoPools.Formatting;
using CognitoPools.SignIn;

namespace CognitoPools.Commands.SignIn;

/// <summary>Gets the OpenID Connect token of an identity, with which roles can be assumed in the basic (classic) flow.</summary>
/// <remarks>
/// <para>The token names the pool, the identity, and whether it is a guest or authenticated; it is good for ten
/// minutes. The call goes unsigned. Pools whose providers have rules or take roles from tokens give none, and neither
/// do pools with the basic flow off.</para>
/// <para>The token is masked when it is shown; its property Token holds it. It does not assume a role:
/// Get-PoolCredential -Flow Basic does.</para>
/// </remarks>
/// <example>
/// <title>A guest's token</title>
/// <code>Get-PoolOpenIdToken shop</code>
/// Makes an identity for the guest and gets its token.
/// </example>
/// <example>
/// <title>A user's token</title>
/// <code>Get-PoolOpenIdToken shop -Login @{ Google = $googleToken }</code>
/// Gets the token of the user's identity.
/// </example>
/// <example>
/// <title>An identity that is known</title>
/// <code>(Get-PoolOpenIdToken -IdentityId us-east-1:12345678-1234-1234-1234-123456789012 -Login @{ Google = $googleToken }).Token</code>
/// Writes the token itself.
/// </example>
/// <notes>
/// <para>Calls: cognito-identity: GetId and GetOpenIdToken, which need no permission. To explain a refusal it reads
/// what the caller may: DescribeIdentityPool, GetIdentityPoolRoles and GetPrincipalTagAttributeMap. A pool given by its
/// name costs ListIdentityPools too; an id does not.</para>
/// </notes>
/// <seealso href="https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flow.html">Amazon Cognito:
/// the enhanced and the basic flow</seealso>
[Cmdlet(VerbsCommon.Get, "PoolOpenIdToken")]
[OutputType(typeof(PoolOpenIdToken))]
public sealed class GetPoolOpenIdTokenCommand : SignInCommand
{
    private protected override void SignIn(string? identityId)
    {
        var (connection, wish) = ReadWish(identityId);
        WriteObject(SecretObject.Of(SignIn(
            connection, wish, SignInFlow.Basic, null, token => new PoolSignIn(connection).TokenAsync(wish, token))));
    }
}
