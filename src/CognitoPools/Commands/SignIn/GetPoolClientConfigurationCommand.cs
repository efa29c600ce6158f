using System.Management.Automation;
using CognitoPools.Binding;
using CognitoPools.Completion;
using CognitoPools.Pools;
using CognitoPools.SignIn;

namespace CognitoPools.Commands.SignIn;

/// <summary>Writes the few lines with which an app gets credentials from an identity pool, for the platform's current
/// SDK.</summary>
/// <remarks>
/// <para>The lines hold this pool's id, Region and providers; idToken stands for the token that the provider gave the
/// app. Platforms: JavaScript (AWS SDK 3), Amplify (6), Android (AWS SDK for Kotlin), iOS (AWS SDK for Swift) and
/// DotNet (AWS SDK 4).</para>
/// <para>The pool's settings are read with one call, and nothing is changed. It does not check that the app's sign-in
/// works: Get-PoolCredential does.</para>
/// </remarks>
/// <example>
/// <title>A web app</title>
/// <code>Get-PoolClientConfiguration shop -Platform JavaScript</code>
/// Writes the call of fromCognitoIdentityPool.
/// </example>
/// <example>
/// <title>Amplify, into a file</title>
/// <code>Get-PoolClientConfiguration shop Amplify | Set-Content amplify.js</code>
/// Writes the configuration of Auth with the user pool's client.
/// </example>
/// <example>
/// <title>Every platform</title>
/// <code>'JavaScript', 'Amplify', 'Android', 'iOS', 'DotNet' | ForEach-Object { Get-PoolClientConfiguration shop -Platform $_ }</code>
/// Writes five snippets.
/// </example>
/// <returns>The lines of the app's source or configuration file.</returns>
/// <notes>
/// <para>Calls: cognito-identity: DescribeIdentityPool. A pool given by its name costs ListIdentityPools too; an id
/// does not.</para>
/// </notes>
/// <seealso href="https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flow.html">Amazon Cognito:
/// the enhanced and the basic flow</seealso>
[Cmdlet(VerbsCommon.Get, "PoolClientConfiguration")]
[OutputType(typeof(string))]
public sealed class GetPoolClientConfigurationCommand : PoolTargetCommand
{
    /// <summary>Where the app runs: JavaScript, Amplify, Android, iOS or DotNet.</summary>
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
