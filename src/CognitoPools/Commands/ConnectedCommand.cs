using System.Management.Automation;
using CognitoPools.Account;
using CognitoPools.Binding;
using CognitoPools.Completion;

namespace CognitoPools.Commands;

/// <summary>The base of the cmdlets that call AWS, with the parameters for account, Region and endpoint.</summary>
public abstract partial class ConnectedCommand : PoolCommand
{
    /// <summary>Specifies the AWS Region, for example eu-west-1. By default, the cmdlet uses the Region of the connection, of the
    /// profile, or of the environment variable AWS_REGION. An id contains its Region. A different -Region is an error, unless it
    /// comes from $PSDefaultParameterValues.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? Region { get; set; }

    /// <summary>Specifies a profile of the shared AWS configuration. The cmdlet uses the credentials and the Region of the profile
    /// instead of the connected account. This parameter cannot be used with -Credential or -Connection.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProfileCompleter))]
    public string? ProfileName { get; set; }

    /// <summary>Specifies the credentials to use instead of the credentials of the connected account. Valid values are a
    /// PSCredential (access key id and secret key), the output of Get-PoolCredential, an AWSCredentials object, including one
    /// from another module's copy of the AWS SDK, or an access key id. If the secret key is missing, the cmdlet prompts for
    /// it. This parameter cannot be used with -ProfileName or -Connection.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(CredentialCompleter))]
    public object? Credential { get; set; }

    /// <summary>Specifies the URL of an endpoint to use instead of the AWS endpoint, for example the URL of a local test server.
    /// This parameter cannot be used with -Connection.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public Uri? EndpointUrl { get; set; }

    /// <summary>Specifies the account to use: the output of Connect-PoolAccount or Get-PoolAccount. By default, the cmdlet uses
    /// the account of this runspace. Parallel runspaces and thread jobs require this parameter: -Connection
    /// $using:account.</summary>
    [Parameter]
    [ValidateNotNull]
    [OneValue]
    [ArgumentCompleter(typeof(ConnectionCompleter))]
    public PoolAccount? Connection { get; set; }

    /// <summary>The Region for names and lists; an id contains its own.</summary>
    private protected string RegionOf(AccountConnection connection) => Region ?? connection.RequireRegion();

    /// <summary>Whether the cmdlet is destructive and must prompt for confirmation.</summary>
    private protected bool AsksDestructivelyUnless(bool force) => AsksDestructively && (!force || IsBound("Confirm"));
}
