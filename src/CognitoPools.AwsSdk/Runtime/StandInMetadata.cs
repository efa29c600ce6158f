using System.Collections.Generic;
using Amazon.Runtime.Internal;

namespace Amazon.Runtime.StandIn;

/// <summary>A service's name for the SDK.</summary>
internal sealed class StandInMetadata : IServiceMetadata
{
    public StandInMetadata(string serviceId) => ServiceId = serviceId;

    public string ServiceId { get; }

    public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>();
}
