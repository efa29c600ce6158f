using System.Management.Automation;
using CognitoPools.Account;
using CognitoPools.Binding;
using CognitoPools.Completion;

namespace CognitoPools.Commands;

/// <summary>The base of the cmdlets that call AWS: says which account, Region and endpoint.</summary>
public abstract partial class ConnectedCommand : PoolCommand
{
    /// <summary>The AWS Region, such as eu-west-1. An id carries its own Region, and a different -Region is an error, unless
    /// it is a default of $PSDefaultParameterValues. Without it: the connection's, the profile's, AWS_REGION.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? Region { get; set; }

    /// <summary>The profile of the shared AWS configuration to take credentials and Region from, in place of the
    /// connected account.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProfileCompleter))]
    public string? ProfileName { get; set; }

    /// <summary>The credentials to use in place of the connected account's: a PSCredential (access key id and secret key),
    /// what Get-PoolCredential wrote, an AWSCredentials object, also of another module's copy of the AWS SDK, or an access
    /// key id. A secret key that is missing is asked for. It cannot be used with -ProfileName or -Connection.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(CredentialCompleter))]
    public object? Credential { get; set; }

    /// <summary>An endpoint in place of AWS's own, such as that of a local test server.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public Uri? EndpointUrl { get; set; }

    /// <summary>The account to use, as Connect-PoolAccount or Get-PoolAccount gave it. Without it: the account of this
    /// runspace. Parallel runspaces and thread jobs need it: -Connection $using:account.</summary>
    [Parameter]
    [ValidateNotNull]
    [OneValue]
    [ArgumentCompleter(typeof(ConnectionCompleter))]
    public PoolAccount? Connection { get; set; }

    /// <summary>The Region where no id says it.</summary>
    private protected string RegionOf(AccountConnection connection) => Region ?? connection.RequireRegion();

    /// <summary>Whether the cmdlet destroys and the user is about to be asked.</summary>
    private protected bool AsksDestructivelyUnless(bool force) => AsksDestructively && (!force || IsBound("Confirm"));
}
