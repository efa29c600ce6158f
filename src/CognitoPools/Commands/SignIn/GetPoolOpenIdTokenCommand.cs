using System.Management.Automation;
using CognitoPools.Formatting;
using CognitoPools.SignIn;

namespace CognitoPools.Commands.SignIn;

/// <summary>Gets the OpenID Connect token of an identity, which is used to assume a role in the basic (classic)
/// flow.</summary>
/// <remarks>
/// <para>The token names the pool and the identity, and states whether the identity is a guest or authenticated. It is
/// valid for ten minutes. The call is unsigned.</para>
/// <para>The views mask the token. The property Token contains the value.</para>
/// <para>The service issues no token for a pool whose basic flow is off, or whose providers have the role setting Rules
/// or Token. This cmdlet cannot assume a role. Use Get-PoolCredential -Flow Basic instead.</para>
/// </remarks>
/// <example>
/// <title>The token of a guest</title>
/// <code>Get-PoolOpenIdToken shop</code>
/// Creates an identity for the guest and gets its token.
/// </example>
/// <example>
/// <title>The token of a user</title>
/// <code>Get-PoolOpenIdToken shop -Login @{ Google = $googleToken }</code>
/// Gets the token of the user's identity.
/// </example>
/// <example>
/// <title>An existing identity</title>
/// <code>(Get-PoolOpenIdToken -IdentityId us-east-1:12345678-1234-1234-1234-123456789012 -Login @{ Google = $googleToken }).Token</code>
/// Returns the text of the token.
/// </example>
/// <notes>
/// <para>Calls: cognito-identity: GetId and GetOpenIdToken, which require no permission. To explain a refusal, the
/// cmdlet calls as far as permitted DescribeIdentityPool, GetIdentityPoolRoles and GetPrincipalTagAttributeMap. A pool
/// specified by its name also requires ListIdentityPools; an id does not.</para>
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
