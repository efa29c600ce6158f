using System.Management.Automation;
using CognitoPools.Binding;
using CognitoPools.Completion;
using CognitoPools.Pools;
using CognitoPools.SignIn;

namespace CognitoPools.Commands.SignIn;

/// <summary>Gets the code with which an app obtains credentials from an identity pool, for the current SDK of the
/// platform.</summary>
/// <remarks>
/// <para>The code contains the pool's id, Region and providers; idToken stands for the token that the app got from the
/// provider. The platforms are JavaScript (AWS SDK 3), Amplify (6), Android (AWS SDK for Kotlin), iOS (AWS SDK for
/// Swift) and DotNet (AWS SDK 4).</para>
/// <para>The cmdlet reads the pool's settings with one call and changes nothing. It cannot check whether sign-in works
/// in your app. Use Get-PoolCredential to try a sign-in.</para>
/// </remarks>
/// <example>
/// <title>A web app</title>
/// <code>Get-PoolClientConfiguration shop -Platform JavaScript</code>
/// Returns the call of fromCognitoIdentityPool.
/// </example>
/// <example>
/// <title>Amplify, into a file</title>
/// <code>Get-PoolClientConfiguration shop Amplify | Set-Content amplify.js</code>
/// Saves the Auth configuration with the app client of the user pool.
/// </example>
/// <example>
/// <title>Every platform</title>
/// <code>'JavaScript', 'Amplify', 'Android', 'iOS', 'DotNet' | ForEach-Object { Get-PoolClientConfiguration shop -Platform $_ }</code>
/// Returns five snippets.
/// </example>
/// <returns>The lines of the app's source or configuration file.</returns>
/// <notes>
/// <para>Calls: cognito-identity: DescribeIdentityPool. A pool specified by its name also requires ListIdentityPools;
/// an id does not.</para>
/// </notes>
/// <seealso href="https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flow.html">Amazon Cognito:
/// the enhanced and the basic flow</seealso>
[Cmdlet(VerbsCommon.Get, "PoolClientConfiguration")]
[OutputType(typeof(string))]
public sealed class GetPoolClientConfigurationCommand : PoolTargetCommand
{
    /// <summary>Specifies the platform of the app: JavaScript, Amplify, Android, iOS or DotNet.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [OneValue(Of = typeof(ClientPlatform))]
    [ArgumentCompleter(typeof(ChoiceCompleter<ClientPlatform>))]
    public Choice<ClientPlatform> Platform { get; set; }

    private protected override void Process()
    {
        var (connection, id) = ResolvePool(Pool);
        WriteObject(ClientConfiguration.For(ReadPool(connection, id, PoolParts.Settings), Platform));
    }
}
