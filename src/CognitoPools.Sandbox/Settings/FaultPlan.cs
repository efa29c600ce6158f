namespace CognitoPools.Sandbox.Settings;

/// <summary>The scripted faults, and how many calls each one has counted.</summary>
internal sealed class FaultPlan
{
    private readonly object gate = new();
    private readonly List<Armed> armed = [];

    public IReadOnlyList<SandboxFault> Pending
    {
        get
        {
            lock (gate)
                return [.. armed.Select(item => item.Fault)];
        }
    }

    public void Add(SandboxFault fault)
    {
        if (string.IsNullOrWhiteSpace(fault.Operation))
            throw new ArgumentException("A fault requires the name of an operation, or '*'.", nameof(fault));
        if (fault.Operation != "*")
            OperationNames.Check(fault.Operation, nameof(fault));
        if (fault.AtCall < 1 || fault.Times < 1 || fault.UnprocessedCount < 1)
            throw new ArgumentException("AtCall, Times and UnprocessedCount of a fault must be at least 1.", nameof(fault));
        if (fault.Kind == SandboxFaultKind.Error && string.IsNullOrWhiteSpace(fault.ErrorCode))
            throw new ArgumentException("A fault of the kind Error requires an ErrorCode.", nameof(fault));
        if (fault.Delay is not null && fault.Kind != SandboxFaultKind.Slow)
            throw new ArgumentException("Only a fault of the kind Slow can have a Delay.", nameof(fault));
        if (fault.Delay is { } delay && (delay < TimeSpan.Zero || delay > SandboxSettings.LongestSpan))
        {
            throw new ArgumentException(
                $"The Delay of a fault must be from zero to {SandboxSettings.LongestSpan.TotalDays} days; got {delay}.", nameof(fault));
        }
        if (fault.Kind == SandboxFaultKind.UnprocessedIdentities && fault.Operation != "*"
            && !fault.Operation.Equals("DeleteIdentities", StringComparison.OrdinalIgnoreCase))
        {
            throw new ArgumentException("A fault of the kind UnprocessedIdentities is for DeleteIdentities only.", nameof(fault));
        }
        if (fault.Kind != SandboxFaultKind.UnprocessedIdentities && fault.UnprocessedCount != int.MaxValue)
            throw new ArgumentException("UnprocessedCount is for a fault of the kind UnprocessedIdentities only.", nameof(fault));
        lock (gate)
            armed.Add(new Armed(fault));
    }

    public void Clear()
    {
        lock (gate)
            armed.Clear();
    }

    public SandboxFault? Next(string operation)
    {
        lock (gate)
        {
            if (armed.Count == 0)
                return null;
            SandboxFault? striking = null;
            foreach (var item in armed)
            {
                if (item.Fits(operation) && item.Count() && striking is null)
                    striking = item.Fault;
            }

            armed.RemoveAll(item => item.IsSpent);
            return striking;
        }
    }

    private sealed class Armed(SandboxFault fault)
    {
        private long seen;

        public SandboxFault Fault => fault;

        public bool IsSpent => fault.Times != int.MaxValue && seen >= (long)fault.AtCall + fault.Times - 1;

        public bool Fits(string operation) =>
            (fault.Operation == "*" || fault.Operation.Equals(operation, StringComparison.OrdinalIgnoreCase))
            && (fault.Kind != SandboxFaultKind.UnprocessedIdentities || operation == "DeleteIdentities");

        /// <summary>Counts the call and returns whether it fails.</summary>
        public bool Count() => ++seen >= fault.AtCall;
    }
}
