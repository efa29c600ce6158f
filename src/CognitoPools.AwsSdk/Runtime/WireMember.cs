using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Reflection;

namespace Amazon.Runtime.StandIn;

/// <summary>A member of a model class on the wire. The members of a type are found once.</summary>
internal sealed class WireMember
{
    private static readonly ConcurrentDictionary<Type, WireMember[]> Known = new ConcurrentDictionary<Type, WireMember[]>();

    private readonly PropertyInfo property;

    private WireMember(PropertyInfo property) => this.property = property;

    public string Name => property.Name;

    public Type Type => property.PropertyType;

    public static WireMember[] Of(Type type) => Known.GetOrAdd(type, key => key
        .GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
        .Where(property => property.CanWrite)
        .Select(property => new WireMember(property))
        .ToArray());

    public object Get(object owner) => property.GetValue(owner);

    public void Set(object owner, object value) => property.SetValue(owner, value);
}
