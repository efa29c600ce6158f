using System.Collections;
using System.Globalization;
using System.Management.Automation;
using CognitoPools.Binding;
using CognitoPools.Completion;
using CognitoPools.Formatting;
using CognitoPools.Pools;

namespace CognitoPools.Commands.DeveloperIdentities;

/// <summary>Makes a token for a user of your back end, with which the user gets credentials from the identity pool.</summary>
/// <remarks>
/// <para>This is what your back end calls after it has signed a user in. The pool finds the user's identity, or makes
/// one; -IdentityId links the user to an identity that is there; where that has logins of other providers, -Login gives
/// one as proof. The token is good for 15 minutes, unless -Duration says otherwise, and whoever has it can become the
/// user: keep it out of logs.</para>
/// <para>The token is masked when it is shown; its property Token holds it. It goes into Get-PoolCredential -Login @{
/// Developer = $token }. The caller needs the permission cognito-identity:GetOpenIdTokenForDeveloperIdentity.</para>
/// </remarks>
/// <example>
/// <title>A user of your back end</title>
/// <code>$token = New-PoolDeveloperToken shop -DeveloperUserIdentifier user-42
/// Get-PoolCredential shop -Login @{ Developer = $token }</code>
/// Makes the token and gets the user's credentials with it.
/// </example>
/// <example>
/// <title>With principal tags</title>
/// <code>New-PoolDeveloperToken shop user-42 -PrincipalTag @{ team = 'web' } -Duration 0:05:00</code>
/// The session then carries the tag; the role must allow sts:TagSession.
/// </example>
/// <example>
/// <title>Link to a Google user</title>
/// <code>New-PoolDeveloperToken shop user-42 -IdentityId us-east-1:12345678-1234-1234-1234-123456789012 -Login @{ Google = $googleToken }</code>
/// The identity of the Google user then stands for user-42 too.
/// </example>
/// <notes>
/// <para>Calls: cognito-identity: DescribeIdentityPool and GetOpenIdTokenForDeveloperIdentity. A pool given by its name
/// costs ListIdentityPools too; an id does not.</para>
/// <para>Only a back end with AWS credentials can make such tokens. They last 15 minutes unless -Duration says
/// otherwise, at most 24 hours.</para>
/// </notes>
/// <seealso href="https://docs.aws.amazon.com/cognito/latest/developerguide/developer-authenticated-identities.html">Amazon
/// Cognito: developer-authenticated identities</seealso>
[Cmdlet(VerbsCommon.New, "PoolDeveloperToken", SupportsShouldProcess = true)]
[OutputType(typeof(PoolOpenIdToken))]
public sealed class NewPoolDeveloperTokenCommand : DeveloperIdentityCommand
{
    private const int LongestTag = 256;

    /// <summary>The identifier that your back end has for the user, 1 to 1,024 characters.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateLength(1, 1024)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string DeveloperUserIdentifier { get; set; } = "";

    /// <summary>The identity to link the user to. Without it the pool finds the user's identity, or makes one.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [IdentityId]
    [ArgumentCompleter(typeof(IdentityCompleter))]
    public string? IdentityId { get; set; }

    /// <summary>Further logins of the user: a hashtable of provider to ID token.</summary>
    [Parameter]
    [ValidateNotNull]
    [Table]
    [ArgumentCompleter(typeof(LoginTableCompleter))]
    public IDictionary? Login { get; set; }

    /// <summary>Principal tags of the session, as a hashtable; at most 50.</summary>
    [Parameter]
    [ValidateNotNull]
    [Table]
    [ArgumentCompleter(typeof(SessionTagTableCompleter))]
    public IDictionary? PrincipalTag { get; set; }

    /// <summary>How long the token is good: 1 second to 24 hours. Without it: 15 minutes.</summary>
    [Parameter]
    [OneValue(IsTimeSpan = true)]
    [ArgumentCompleter(typeof(DurationCompleter))]
    public TimeSpan Duration { get; set; }

    /// <summary>Answers every question with yes, unless -Confirm is given.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override void Process()
    {
        if (IsBound(nameof(Duration)) && (Duration < TimeSpan.FromSeconds(1) || Duration > TimeSpan.FromDays(1)))
        {
            throw new InvalidSettingException(
                nameof(Duration), Duration, "a token is good for 1 second to 24 hours.",
                "Give a time span such as 0:15:00.");
        }
        var tags = Tags();
        var (connection, id) = ResolvePool(Pool);
        CheckIdentity(IdentityId, id);
        var provider = ProviderName(connection, id);
        var logins = LoginArgument.Read(Login, () => ReadPool(connection, id, PoolParts.Settings).Providers)
            .ToDictionary(login => login.Key, login => login.Value, StringComparer.Ordinal);
        logins[provider] = DeveloperUserIdentifier;
        if (!Agreed(Force, $"{DeveloperUserIdentifier} in {id}", "Make a token"))
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
                "a token carries at most 50 principal tags.", "Give fewer.");
        }
        if (tags.FirstOrDefault(tag => tag.Key.Length is 0 or > 128
            || tag.Value.Length is 0 or > LongestTag) is { Key: not null } wrong)
        {
            throw new InvalidSettingException(
                nameof(PrincipalTag), wrong.Key,
                "a tag's key has 1 to 128 characters and its value 1 to 256.", "Shorten it.");
        }
        return tags;
    }
}
