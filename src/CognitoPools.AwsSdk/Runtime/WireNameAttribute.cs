using System;

namespace Amazon.Runtime.StandIn;

/// <summary>The name of a member on the wire, where it is not the property's.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class WireNameAttribute : Attribute
{
    public WireNameAttribute(string name) => Name = name;

    public string Name { get; }
}
