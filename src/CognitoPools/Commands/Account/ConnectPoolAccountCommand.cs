using System.Collections;
using System.Management.Automation;
using Amazon.Runtime;
using CognitoPools.Account;
using CognitoPools.Binding;
using CognitoPools.Completion;
using CognitoPools.Sandbox;
using CognitoPools.Sessions;

namespace CognitoPools.Commands.Account;

/// <summary>Sets the AWS account, Region and endpoint of this runspace, or connects to a sandbox in memory.</summary>
/// <remarks>
/// <para>Connecting is optional. By default, the cmdlets use the credential chain of the AWS SDK: environment
/// variables, profiles (including single sign-on, assumed roles and MFA) and instance roles.</para>
/// <para>The connection applies to this runspace only. In other runspaces of the process, such as those of
/// ForEach-Object -Parallel and Start-ThreadJob, use -Connection $using:account. While a runspace is connected to a
/// sandbox, a runspace without an account stops with an error instead of using an AWS account.</para>
/// <para>-Sandbox creates an AWS account in memory that never calls AWS. Use it to try every cmdlet and to test
/// runbooks.</para>
/// <para>The proxy comes from the environment (HTTPS_PROXY, NO_PROXY). Set-AWSCredential and Set-DefaultAWSRegion of
/// AWS.Tools store $StoredAWSCredentials and $StoredAWSRegion. These take precedence over the SDK's chain, whether you
/// connect or not. A profile, keys and credentials that you specify take precedence over both.</para>
/// <para>The service's default quotas are 5 calls of ListIdentities and 10 of DeleteIdentities a second for an account
/// and Region. All runspaces of this process share them. Use -RequestRate to set other rates. When the service
/// throttles calls, the rate is halved, and returns to its former value within 10 to 20 seconds.</para>
/// <para>The cmdlet checks the credentials with one call of STS that requires no permission. It stores them in memory
/// only. This cmdlet cannot show them again.</para>
/// </remarks>
/// <example>
/// <title>Try everything without an AWS account</title>
/// <code>Connect-PoolAccount -Sandbox</code>
/// All cmdlets of this runspace now use an empty account in memory.
/// </example>
/// <example>
/// <title>A profile</title>
/// <code>Connect-PoolAccount -ProfileName production -Region eu-west-1</code>
/// Uses the credentials of the profile and the specified Region.
/// </example>
/// <example>
/// <title>The keys of a runbook</title>
/// <code>Connect-PoolAccount -Credential $credential -Region us-east-1</code>
/// Uses the user name of the PSCredential as access key and its password as secret key.
/// </example>
/// <example>
/// <title>Leave half of the quotas to other programs</title>
/// <code>Connect-PoolAccount -ProfileName production -RequestRate @{ ListIdentities = 2.5; DeleteIdentities = 5 }</code>
/// Lists and removes identities at half the speed, so that other programs of the account are not throttled.
/// </example>
/// <notes>
/// <para>Calls: sts: GetCallerIdentity, which requires no permission. With -Sandbox, nothing leaves the process.</para>
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

    /// <summary>Creates an AWS account in memory and connects to it.</summary>
    [Parameter]
    public SwitchParameter Sandbox { get; set; }

    /// <summary>Specifies a profile of the shared AWS configuration. By default, the cmdlet uses $StoredAWSCredentials
    /// of AWS.Tools, or the SDK's credential chain if that is not set.</summary>
    [Parameter(ParameterSetName = ProfileSet, Position = 0)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProfileCompleter))]
    public string? ProfileName { get; set; }

    /// <summary>Specifies the default AWS Region of the cmdlets. By default, the cmdlet uses the first of these that is
    /// set: $StoredAWSRegion of AWS.Tools (unless -ProfileName is specified), the Region of the profile, AWS_REGION.
    /// For a sandbox, the default is us-east-1.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? Region { get; set; }

    /// <summary>Specifies the access key id.</summary>
    [Parameter(Mandatory = true, ParameterSetName = KeysSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? AccessKey { get; set; }

    /// <summary>Specifies the secret access key as SecureString or as text. Text stays in the history of the
    /// shell.</summary>
    [Parameter(Mandatory = true, ParameterSetName = KeysSet)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public object? SecretKey { get; set; }

    /// <summary>Specifies the session token of temporary credentials as SecureString or as text.</summary>
    [Parameter(ParameterSetName = KeysSet)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public object? SessionToken { get; set; }

    /// <summary>Specifies a PSCredential (access key id and secret key), the output of Get-PoolCredential, an
    /// AWSCredentials object, or an access key id. An AWSCredentials object can come from another module, for example
    /// from New-AWSCredential or Get-AWSCredential of AWS.Tools. The cmdlet prompts for a secret key that is
    /// missing.</summary>
    [Parameter(Mandatory = true, ParameterSetName = CredentialSet)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(CredentialCompleter))]
    public object? Credential { get; set; }

    /// <summary>Specifies an endpoint to use instead of AWS's own, such as a local test server.</summary>
    [Parameter(ParameterSetName = ProfileSet)]
    [Parameter(ParameterSetName = KeysSet)]
    [Parameter(ParameterSetName = CredentialSet)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public Uri? EndpointUrl { get; set; }

    /// <summary>Uses the FIPS endpoints of AWS.</summary>
    [Parameter(ParameterSetName = ProfileSet)]
    [Parameter(ParameterSetName = KeysSet)]
    [Parameter(ParameterSetName = CredentialSet)]
    public SwitchParameter UseFips { get; set; }

    /// <summary>Specifies requests a second as a hashtable. Its keys are operations of the identity pools, and its
    /// values are 0.001 to 1000000, or 0 for no limit. For example: @{ ListIdentities = 5; DeleteIdentities = 10 }.
    /// Other operations keep the service's default quota; in a sandbox they have no limit. The rates belong to the
    /// account and Region: the latest connection sets them for the whole process.</summary>
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

    // A profile has its own Region, so the values of AWS.Tools apply only without a profile.
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
                nameof(Credential), null, "the credentials belong to a sandbox.",
                "Specify AWS credentials here. Use sandbox credentials with -Credential of the other cmdlets.");
        }
        return CredentialArgument.Read(Credential, accessKey => SecretKeyQuestion.Ask(this, accessKey));
    }
}
