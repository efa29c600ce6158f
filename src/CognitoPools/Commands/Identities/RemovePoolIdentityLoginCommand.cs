using System.Collections;
using System.Management.Automation;
using CognitoPools.Binding;
using CognitoPools.Completion;

namespace CognitoPools.Commands.Identities;

/// <summary>Removes logins from an identity.</summary>
/// <remarks>
/// <para>The service requires a token of the identity's user as proof, so use this cmdlet in apps and for tests. -Login
/// must contain at least one login of the identity. Without -Provider, the cmdlet removes the logins in -Login.</para>
/// <para>The user of a removed login gets a new identity at the next sign-in. An identity that loses its last login is
/// listed like a guest's identity, but can no longer be used. The cmdlet prompts for confirmation unless -Force is
/// specified.</para>
/// <para>This cmdlet cannot remove the logins of a developer provider. Use Remove-PoolDeveloperIdentity instead, which
/// requires no token.</para>
/// </remarks>
/// <example>
/// <title>One login</title>
/// <code>Remove-PoolIdentityLogin us-east-1:12345678-1234-1234-1234-123456789012 -Login @{ Google = $googleToken }</code>
/// Removes the Google login.
/// </example>
/// <example>
/// <title>Remove a login other than the proof</title>
/// <code>Remove-PoolIdentityLogin us-east-1:12345678-1234-1234-1234-123456789012 -Login @{ Google = $googleToken } -Provider Facebook</code>
/// Removes the Facebook login. The Google login is the proof.
/// </example>
/// <example>
/// <title>Preview the removal</title>
/// <code>Get-PoolIdentity -IdentityId us-east-1:12345678-1234-1234-1234-123456789012 |
///     Remove-PoolIdentityLogin -Login @{ Google = $googleToken } -WhatIf</code>
/// Shows the login that would be removed.
/// </example>
/// <notes>
/// <para>Calls: cognito-identity: UnlinkIdentity, which requires the token of a login but no permission.
/// DescribeIdentity only if the identity is read first.</para>
/// </notes>
/// <seealso href="https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flow.html">Amazon Cognito:
/// the enhanced and the basic flow</seealso>
[Cmdlet(VerbsCommon.Remove, "PoolIdentityLogin", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemovePoolIdentityLoginCommand : IdentityTargetCommand
{
    /// <summary>Specifies logins of the identity as proof: a hashtable whose keys name providers in any form, such as
    /// Google, a user pool id, an issuer or an ARN, and whose values are ID tokens as text or SecureString. For
    /// example: @{ Google = $token }.</summary>
    [Parameter(Mandatory = true)]
    [ValidateNotNull]
    [Table]
    [ArgumentCompleter(typeof(LoginTableCompleter))]
    public IDictionary? Login { get; set; }

    /// <summary>Specifies the providers whose logins are removed. By default, those in -Login.</summary>
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
        {
            throw new InvalidSettingException(
                nameof(Login), null, "must not be an empty table.",
                "Specify a login of the identity, for example @{ Google = $googleToken }.");
        }
        IReadOnlyList<string> remove = [.. (Provider ?? [.. logins.Keys]).Select(form => LoginArgument.Key(form, () => []))];
        var removed = $"the {(remove.Count == 1 ? "login" : "logins")} {string.Join(", ", remove)}";
        if (!Agreed(Force, identity.IdentityId, $"Remove {removed} from the identity"))
            return;
        Run(async token =>
        {
            await new CognitoPools.SignIn.DeveloperIdentities(connection)
                .UnlinkLoginsAsync(identity.Region, identity.IdentityId, logins, remove, token).ConfigureAwait(false);
            NoteDone($"{removed} {(remove.Count == 1 ? "was" : "were")} removed from identity {identity.IdentityId}");
        });
    }
}
