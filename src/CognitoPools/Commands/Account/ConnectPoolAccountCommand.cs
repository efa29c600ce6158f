using System.Collections;
using System.Management.Automation;
using Amazon.Runtime;
using CognitoPools.Account;
using CognitoPools.Binding;
using CognitoPools.Completion;
using CognitoPools.Sandbox;
using CognitoPools.Sessions;

namespace CognitoPools.Commands.Account;

/// <summary>Chooses the AWS account, Region and endpoint of this runspace, or a sandbox in memory.</summary>
/// <remarks>
/// <para>Connecting is optional: without it the cmdlets use the SDK's own credential chain, with environment variables,
/// profiles (single sign-on, assumed roles and MFA included) and instance roles. The choice holds for this runspace
/// alone. Other runspaces of the process, such as those of ForEach-Object -Parallel and Start-ThreadJob, take the account
/// with -Connection $using:account. While a runspace is connected to a sandbox, a runspace without an account of its own
/// stops instead of using one of AWS.</para>
/// <para>-Sandbox makes an AWS account in memory that never reaches AWS, to try every command and to test runbooks. A
/// proxy is taken from the environment (HTTPS_PROXY, NO_PROXY). After Set-AWSCredential or Set-DefaultAWSRegion of
/// AWS.Tools, what they keep in $StoredAWSCredentials and $StoredAWSRegion comes before the SDK's chain, with and
/// without connecting; a named profile, keys and credentials come before it. The credentials are proven by one call of
/// STS that needs no permission; they are kept in memory only and cannot be read back.</para>
/// <para>Identities are listed and removed at the service's default quotas: 5 calls a second of ListIdentities and 10
/// of DeleteIdentities for an account and Region, which all runspaces of this process share. -RequestRate sets others.
/// When the service refuses calls for their rate, they go out at half the rate, which grows back within ten to twenty
/// seconds.</para>
/// </remarks>
/// <example>
/// <title>Try everything without an AWS account</title>
/// <code>Connect-PoolAccount -Sandbox</code>
/// All cmdlets of this runspace now work on an empty account in memory.
/// </example>
/// <example>
/// <title>A profile</title>
/// <code>Connect-PoolAccount -ProfileName production -Region eu-west-1</code>
/// Uses the profile's credentials and the given Region.
/// </example>
/// <example>
/// <title>Keys of a runbook</title>
/// <code>Connect-PoolAccount -Credential $credential -Region us-east-1</code>
/// Takes the access key from the user name and the secret key from the password of a PSCredential.
/// </example>
/// <example>
/// <title>Leave half of the quotas to others</title>
/// <code>Connect-PoolAccount -ProfileName production -RequestRate @{ ListIdentities = 2.5; DeleteIdentities = 5 }</code>
/// Lists and removes identities at half the speed, so that other programs of the account are not throttled.
/// </example>
/// <notes>
/// <para>Calls: sts: GetCallerIdentity, which needs no permission. With -Sandbox nothing leaves the process.</para>
/// </notes>
/// <seealso href="https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html">AWS SDKs and Tools: configuration
/// and credentials files</seealso>
[Cmdlet(VerbsCommunications.Connect, "PoolAccount", DefaultParameterSetName = ProfileSet)]
[OutputType(typeof(PoolAccount))]
public sealed class ConnectPoolAccountCommand : PoolCommand
{
    private const string ProfileSet = "Profile";
    private const string KeysSet = "Keys";
    private const string CredentialSet = "Credential";

    /// <summary>Makes an AWS account in memory and connects to it.</summary>
    [Parameter]
    public SwitchParameter Sandbox { get; set; }

    /// <summary>The profile of the shared AWS configuration. Without it: $StoredAWSCredentials of AWS.Tools, else the
    /// SDK's own chain.</summary>
    [Parameter(ParameterSetName = ProfileSet, Position = 0)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProfileCompleter))]
    public string? ProfileName { get; set; }

    /// <summary>The AWS Region of the cmdlets that name none. Without it: $StoredAWSRegion of AWS.Tools, unless a
    /// profile is named, then the profile's, then AWS_REGION. The sandbox's is us-east-1.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? Region { get; set; }

    /// <summary>An access key's id.</summary>
    [Parameter(Mandatory = true, ParameterSetName = KeysSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? AccessKey { get; set; }

    /// <summary>The secret access key, as SecureString or as text. Text stays in the history of the shell.</summary>
    [Parameter(Mandatory = true, ParameterSetName = KeysSet)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public object? SecretKey { get; set; }

    /// <summary>The session token of temporary credentials, as SecureString or as text.</summary>
    [Parameter(ParameterSetName = KeysSet)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public object? SessionToken { get; set; }

    /// <summary>A PSCredential (access key id and secret key), what Get-PoolCredential wrote, an AWSCredentials object, also of
    /// another module's copy of the AWS SDK, such as what New-AWSCredential and Get-AWSCredential of AWS.Tools give, or an
    /// access key id. A secret key that is missing is asked for.</summary>
    [Parameter(Mandatory = true, ParameterSetName = CredentialSet)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(CredentialCompleter))]
    public object? Credential { get; set; }

    /// <summary>An endpoint in place of AWS's own, such as that of a local test server.</summary>
    [Parameter(ParameterSetName = ProfileSet)]
    [Parameter(ParameterSetName = KeysSet)]
    [Parameter(ParameterSetName = CredentialSet)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public Uri? EndpointUrl { get; set; }

    /// <summary>Uses AWS's FIPS endpoints.</summary>
    [Parameter(ParameterSetName = ProfileSet)]
    [Parameter(ParameterSetName = KeysSet)]
    [Parameter(ParameterSetName = CredentialSet)]
    public SwitchParameter UseFips { get; set; }

    /// <summary>Requests a second by operation of the identity pools, as a hashtable: @{ ListIdentities = 5;
    /// DeleteIdentities = 10 }. 0 lifts a limit. What is not named keeps the service's default quota, and in a sandbox
    /// has no limit. The rates are those of the account in each Region: what the latest connection sets holds for all
    /// of this process.</summary>
    [Parameter]
    [ValidateNotNull]
    [Table]
    [ArgumentCompleter(typeof(RequestRateTableCompleter))]
    public IDictionary? RequestRate { get; set; }

    private protected override void Process()
    {
        Combination.NotWith(
            nameof(Sandbox),
            Sandbox,
            (nameof(ProfileName), IsGiven(nameof(ProfileName))),
            (nameof(AccessKey), AccessKey is not null),
            (nameof(Credential), IsGiven(nameof(Credential))),
            (nameof(EndpointUrl), IsGiven(nameof(EndpointUrl))),
            (nameof(UseFips), UseFips));
        var account = Sandbox ? OpenSandbox() : new PoolAccount(AccountConnection.Open(Options()));
        if (account.PlainHttpWarning() is { } warning)
            WriteWarning(warning);
        Run(token => AccountFacts.ReadAsync(account, token));
        RunspaceState.Current.Connected = account;
        WriteObject(account);
    }

    private PoolAccount OpenSandbox()
    {
        var time = RunspaceState.Current.SandboxTime;
        var sandbox = new SandboxAccount(time);
        var connection = AccountConnection.Open(new AccountOptions
        {
            IsSandbox = true,
            Region = Region,
            Credentials = new BasicAWSCredentials("AKIASANDBOXSANDBOX00", "sandbox"),
            HandlerFactory = sandbox.CreateHandler,
            SandboxIdentity = sandbox,
            TimeProvider = time,
            RequestRates = RequestRateArgument.Read(RequestRate),
        });
        return new PoolAccount(connection) { Sandbox = sandbox };
    }

    // A profile has its own Region, so the session of AWS.Tools counts only without one.
    private AccountOptions Options() => Options(ProfileName is null ? AwsToolsSession.Read(this) : null);

    private AccountOptions Options(AwsToolsSession? session) => new()
    {
        ProfileName = ProfileName,
        Region = Region ?? session?.Region,
        EndpointUrl = EndpointUrl,
        UseFips = UseFips,
        RequestRates = RequestRateArgument.Read(RequestRate),
        Credentials = ParameterSetName switch
        {
            KeysSet => CredentialArgument.FromKeys(AccessKey!, SecretKey, SessionToken),
            CredentialSet => ReadCredential(),
            _ => session?.Credentials(),
        },
    };

    private AWSCredentials ReadCredential()
    {
        if (CredentialArgument.Origin(Credential) is { IsSandbox: true } || CredentialArgument.IsOfUnknownSandbox(Credential))
        {
            throw new InvalidSettingException(
                nameof(Credential), null, "the credentials are those of a sandbox.",
                "Specify them with -Credential of the other cmdlets, or credentials of AWS.");
        }
        return CredentialArgument.Read(Credential, accessKey => SecretKeyQuestion.Ask(this, accessKey));
    }
}
