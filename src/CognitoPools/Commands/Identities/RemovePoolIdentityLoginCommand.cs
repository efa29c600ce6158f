using System.Collections;
using System.Management.Automation;
using CognitoPools.Binding;
using CognitoPools.Completion;

namespace CognitoPools.Commands.Identities;

/// <summary>Takes logins from an identity.</summary>
/// <remarks>
/// <para>The service wants a token of the identity's user as proof, so this is for apps and for trying: -Login names at
/// least one login that the identity has. Without -Provider the logins of -Login are taken away. The user of a login
/// that was taken away gets a new identity at the next sign-in; an identity without any login counts as a guest's. The
/// cmdlet asks first, unless -Force is given.</para>
/// <para>Users of a developer provider are taken away with Remove-PoolDeveloperIdentity, which needs no token.</para>
/// </remarks>
/// <example>
/// <title>One login</title>
/// <code>Remove-PoolIdentityLogin us-east-1:12345678-1234-1234-1234-123456789012 -Login @{ Google = $googleToken }</code>
/// Takes the Google login away.
/// </example>
/// <example>
/// <title>Another login than the one that proves it</title>
/// <code>Remove-PoolIdentityLogin us-east-1:12345678-1234-1234-1234-123456789012 -Login @{ Google = $googleToken } -Provider Facebook</code>
/// The Google user takes the Facebook login away.
/// </example>
/// <example>
/// <title>See first</title>
/// <code>Get-PoolIdentity -IdentityId us-east-1:12345678-1234-1234-1234-123456789012 |
///     Remove-PoolIdentityLogin -Login @{ Google = $googleToken } -WhatIf</code>
/// Says which login would go.
/// </example>
/// <notes>
/// <para>Calls: cognito-identity: UnlinkIdentity, which needs no permission but a login's token. DescribeIdentity only
/// where the identity is read first.</para>
/// </notes>
/// <seealso href="https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flow.html">Amazon Cognito:
/// the enhanced and the basic flow</seealso>
[Cmdlet(VerbsCommon.Remove, "PoolIdentityLogin", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemovePoolIdentityLoginCommand : IdentityTargetCommand
{
    /// <summary>Logins of the identity: a hashtable of provider to ID token, such as @{ Google = $token }. Providers in
    /// any form, tokens as text or SecureString.</summary>
    [Parameter(Mandatory = true)]
    [ValidateNotNull]
    [Table]
    [ArgumentCompleter(typeof(LoginTableCompleter))]
    public IDictionary? Login { get; set; }

    /// <summary>The providers to take away. Without it: those of -Login.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProviderCompleter))]
    [ProviderName]
    public string[]? Provider { get; set; }

    private protected override TimeSpan StopGrace => ChangeGrace;

    private protected override void Process()
    {
        DestructionTarget.RequireIdentity(CurrentItem);
        var identity = IdentityArgument.Read(CurrentItem);
        CheckRegion(identity.IdentityId);
        var connection = ConnectionFor(identity.Connection);
        var logins = LoginArgument.Read(Login, () => []);
        if (logins.Count == 0)
            throw new InvalidSettingException(nameof(Login), "@{}", "names no login.", "Give @{ Google = $googleToken }.");
        IReadOnlyList<string> remove = [.. (Provider ?? [.. logins.Keys]).Select(form => LoginArgument.Key(form, () => []))];
        if (!Agreed(Force, identity.IdentityId, $"Take the logins {string.Join(", ", remove)} from the identity"))
            return;
        Run(async token =>
        {
            await new CognitoPools.SignIn.DeveloperIdentities(connection)
                .UnlinkLoginsAsync(identity.Region, identity.IdentityId, logins, remove, token).ConfigureAwait(false);
            NoteDone($"the logins {string.Join(", ", remove)} were taken from identity {identity.IdentityId}");
        });
    }
}
