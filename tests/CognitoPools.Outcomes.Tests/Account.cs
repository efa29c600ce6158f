using Amazon.Runtime;
using CognitoPools.Account;
using CognitoPools.Sandbox;

namespace CognitoPools.Outcomes.Tests;

/// <summary>A sandbox and a connection to it, both in virtual time.</summary>
internal sealed class Account : IDisposable
{
    public const string Region = "eu-central-1";

    private readonly VirtualTime time = new();
    private AccountConnection? reader;

    /// <summary>An account of its own, or another connection to one that is there.</summary>
    public Account(SandboxAccount? sandbox = null)
    {
        Sandbox = sandbox ?? new SandboxAccount(time);
        Connected = new PoolAccount(Open(time)) { Sandbox = Sandbox };
    }

    public SandboxAccount Sandbox { get; }

    /// <summary>Adds a fault, and lets time limits strike when it makes a call hang.</summary>
    public void Add(SandboxFault fault)
    {
        time.IsAnythingHanging |= fault.Kind == SandboxFaultKind.Hang;
        Sandbox.Settings.AddFault(fault);
    }

    public PoolAccount Connected { get; }

    /// <summary>Reads the whole account by a connection of its own.</summary>
    public Snapshot Read()
    {
        Sandbox.Settings.ClearFaults();
        time.IsAnythingHanging = false;
        reader ??= Open(TimeProvider.System);
        return Snapshot.ReadAsync(reader, Region).GetAwaiter().GetResult();
    }

    public void Dispose()
    {
        Connected.Connection.Dispose();
        reader?.Dispose();
        time.Dispose();
    }

    private AccountConnection Open(TimeProvider time) => AccountConnection.Open(new AccountOptions
    {
        IsSandbox = true,
        Region = Region,
        Credentials = new BasicAWSCredentials("AKIASANDBOXSANDBOX00", "sandbox"),
        HandlerFactory = Sandbox.CreateHandler,
        SandboxIdentity = Sandbox,
        TimeProvider = time,
    });
}
