using System.Management.Automation;
using CognitoPools.Account;
using CognitoPools.Binding;
using CognitoPools.Completion;
using CognitoPools.Sessions;

namespace CognitoPools.Commands;

/// <summary>The base of the cmdlets that call AWS: says which account, Region and endpoint.</summary>
public abstract partial class ConnectedCommand : PoolCommand
{
    private PoolAccount? account;

    /// <summary>The AWS Region, such as eu-west-1. An id carries its own Region, and a different -Region is an error.
    /// Without it: the connection's, the profile's, AWS_REGION.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? Region { get; set; }

    /// <summary>The profile of the shared AWS configuration to take credentials and Region from, in place of the
    /// connected account.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProfileCompleter))]
    public string? ProfileName { get; set; }

    /// <summary>An endpoint in place of AWS's own, such as that of a local test server.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public Uri? EndpointUrl { get; set; }

    /// <summary>The account to use, as Connect-PoolAccount or Get-PoolAccount gave it. Without it: the account of this
    /// runspace.</summary>
    [Parameter]
    [ValidateNotNull]
    [OneValue]
    [ArgumentCompleter(typeof(ConnectionCompleter))]
    public PoolAccount? Connection { get; set; }

    /// <summary>The account that the parameters name, else this runspace's, else that of AWS.Tools' variables or of the
    /// SDK's own credential chain.</summary>
    private protected PoolAccount Account
    {
        get
        {
            if (account is null)
            {
                account = FindAccount();
                if (account.PlainHttpWarning() is { } warning)
                    Reporter.Warning(warning);
            }
            return account;
        }
    }

    /// <summary>The connection to use for an item: an object's own, so that a sandbox object never reaches AWS nor the
    /// reverse.</summary>
    private protected AccountConnection ConnectionFor(AccountConnection? own)
    {
        if (own is null || IsBound(nameof(Connection)))
            return Account.Connection;
        if (ProfileName is null && EndpointUrl is null)
            return own;
        if (own.IsSandbox)
        {
            throw new InvalidSettingException(
                ProfileName is null ? nameof(EndpointUrl) : nameof(ProfileName), null,
                "it cannot be used with an object of the sandbox.", "Specify the name or the id instead of the object.");
        }
        return Account.Connection;
    }

    /// <summary>The Region where no id says it.</summary>
    private protected string RegionOf(AccountConnection connection) => Region ?? connection.RequireRegion();

    /// <summary>Whether the cmdlet destroys and the user is about to be asked.</summary>
    private protected bool AsksDestructivelyUnless(bool force) => AsksDestructively && (!force || IsBound("Confirm"));

    private PoolAccount FindAccount()
    {
        Combination.NotWith(
            nameof(Connection),
            Connection is not null,
            (nameof(ProfileName), ProfileName is not null),
            (nameof(EndpointUrl), EndpointUrl is not null));
        if (Connection is not null)
            return Connection;
        if (ProfileName is not null || EndpointUrl is not null)
        {
            var session = ProfileName is null ? AwsToolsSession.Read(this) : null;
            return new PoolAccount(AccountConnection.Open(new AccountOptions
            {
                ProfileName = ProfileName,
                EndpointUrl = EndpointUrl,
                Region = Region ?? session?.Region,
                Credentials = session?.Credentials(),
            }));
        }
        var state = RunspaceState.Current;
        return state.Connected ?? state.Implicit(AwsToolsSession.Read(this));
    }
}
