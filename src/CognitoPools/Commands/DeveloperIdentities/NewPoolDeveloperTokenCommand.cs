using System.Collections;
using System.Globalization;
using System.Management.Automation;
using CognitoPools.Binding;
using CognitoPools.Completion;
using CognitoPools.Formatting;
using CognitoPools.Pools;

namespace CognitoPools.Commands.DeveloperIdentities;

/// <summary>Creates a token for a user of your back end, with which the user gets credentials from the identity
/// pool.</summary>
/// <remarks>
/// <para>Call this cmdlet after your back end has signed the user in. Then use the token in Get-PoolCredential -Login
/// @{ Developer = $token }. The pool finds the identity of the user, or creates one.</para>
/// <para>Use -IdentityId to link the user to an existing identity. If that identity has logins of other providers,
/// specify one of them in -Login as proof.</para>
/// <para>By default, the token is valid for 15 minutes. Anyone who has the token can become the user, so keep it out of
/// logs. The views mask the token. The property Token contains the value.</para>
/// <para>The caller requires the permission cognito-identity:GetOpenIdTokenForDeveloperIdentity. This cmdlet cannot
/// create tokens for users of other providers, and a token cannot be valid for more than 24 hours.</para>
/// </remarks>
/// <example>
/// <title>A user of your back end</title>
/// <code>$token = New-PoolDeveloperToken shop -DeveloperUserIdentifier user-42
/// Get-PoolCredential shop -Login @{ Developer = $token }</code>
/// Creates the token and gets the user's credentials with it.
/// </example>
/// <example>
/// <title>With principal tags</title>
/// <code>New-PoolDeveloperToken shop user-42 -PrincipalTag @{ team = 'web' } -Duration 0:05:00</code>
/// The session has the tag. The role must allow sts:TagSession.
/// </example>
/// <example>
/// <title>Link to a Google user</title>
/// <code>New-PoolDeveloperToken shop user-42 -IdentityId us-east-1:12345678-1234-1234-1234-123456789012 -Login @{ Google = $googleToken }</code>
/// The identity of the Google user then also belongs to user-42.
/// </example>
/// <notes>
/// <para>Calls: cognito-identity: DescribeIdentityPool and GetOpenIdTokenForDeveloperIdentity. A pool specified by its
/// name also requires ListIdentityPools; an id does not.</para>
/// </notes>
/// <seealso href="https://docs.aws.amazon.com/cognito/latest/developerguide/developer-authenticated-identities.html">Amazon
/// Cognito: developer-authenticated identities</seealso>
[Cmdlet(VerbsCommon.New, "PoolDeveloperToken", SupportsShouldProcess = true)]
[OutputType(typeof(PoolOpenIdToken))]
public sealed class NewPoolDeveloperTokenCommand : DeveloperIdentityCommand
{
    private const int LongestTag = 256;

    /// <summary>Specifies the identifier of the user in your back end, 1 to 1,024 characters.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateLength(1, 1024)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string DeveloperUserIdentifier { get; set; } = "";

    /// <summary>Specifies the identity to link the user to. By default, the pool finds the user's identity, or creates
    /// one.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [IdentityId]
    [ArgumentCompleter(typeof(IdentityCompleter))]
    public string? IdentityId { get; set; }

    /// <summary>Specifies further logins of the user: a hashtable whose keys name providers in any form, such as
    /// Google, a user pool id, an issuer or an ARN, and whose values are ID tokens as text or SecureString. For
    /// example: @{ Google = $token }.</summary>
    [Parameter]
    [ValidateNotNull]
    [Table]
    [ArgumentCompleter(typeof(LoginTableCompleter))]
    public IDictionary? Login { get; set; }

    /// <summary>Specifies principal tags of the session as a hashtable, for example @{ team = 'web' }. Its keys are the
    /// names of the tags, 1 to 128 characters; its values have 1 to 256 characters. At most 50 tags.</summary>
    [Parameter]
    [ValidateNotNull]
    [Table]
    [ArgumentCompleter(typeof(SessionTagTableCompleter))]
    public IDictionary? PrincipalTag { get; set; }

    /// <summary>Specifies how long the token is valid: 1 second to 24 hours. By default, 15 minutes.</summary>
    [Parameter]
    [OneValue(IsTimeSpan = true)]
    [ArgumentCompleter(typeof(DurationCompleter))]
    public TimeSpan Duration { get; set; }

    /// <summary>Answers every question of the cmdlet with yes, unless -Confirm is specified.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override void Process()
    {
        if (IsBound(nameof(Duration)) && (Duration < TimeSpan.FromSeconds(1) || Duration > TimeSpan.FromDays(1)))
        {
            throw new InvalidSettingException(
                nameof(Duration), Duration, "the duration of a token must be 1 second to 24 hours.",
                "Specify a time span such as 0:15:00.");
        }
        var tags = Tags();
        var (connection, id) = ResolvePool(Pool);
        CheckIdentity(IdentityId, id);
        var provider = ProviderName(connection, id);
        var logins = LoginArgument.Read(Login, () => ReadPool(connection, id, PoolParts.Settings).Providers)
            .ToDictionary(login => login.Key, login => login.Value, StringComparer.Ordinal);
        logins[provider] = DeveloperUserIdentifier;
        if (!Agreed(Force, $"{DeveloperUserIdentifier} in {id}", "Create a token"))
            return;
        WriteObject(SecretObject.Of(Run(async token =>
        {
            var made = await new CognitoPools.SignIn.DeveloperIdentities(connection).TokenAsync(
                id, IdentityId, DeveloperUserIdentifier, logins, tags, IsBound(nameof(Duration)) ? Duration : null, token)
                .ConfigureAwait(false);
            NoteDone($"user '{DeveloperUserIdentifier}' got a token for identity {made.IdentityId}");
            return made;
        })));
    }

    private Dictionary<string, string> Tags()
    {
        var tags = TagArgument.Read(nameof(PrincipalTag), PrincipalTag).ToDictionary(tag => tag.Key, tag => tag.Value, StringComparer.Ordinal);
        if (tags.Count > 50)
        {
            throw new InvalidSettingException(
                nameof(PrincipalTag), tags.Count.ToString(CultureInfo.InvariantCulture),
                "a token can have at most 50 principal tags.", "Specify fewer.");
        }
        if (tags.FirstOrDefault(tag => tag.Key.Length is 0 or > 128
            || tag.Value.Length is 0 or > LongestTag) is { Key: not null } wrong)
        {
            throw new InvalidSettingException(
                nameof(PrincipalTag), wrong.Key,
                "the key of a tag must have 1 to 128 characters, and its value 1 to 256.", "Correct the tag.");
        }
        return tags;
    }
}
