using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;

namespace Amazon.Runtime.StandIn;

/// <summary>What the protocols must know of the models' types.</summary>
internal static class WireTypes
{
    private static readonly DateTime Epoch = new DateTime(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public static Type Plain(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    public static bool IsList(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>);

    public static bool IsMap(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Dictionary<,>);

    public static bool IsConstant(Type type) => typeof(ConstantClass).IsAssignableFrom(type);

    public static Type ElementOf(Type collection)
    {
        var arguments = collection.GetGenericArguments();
        return arguments[arguments.Length - 1];
    }

    public static object Constant(Type type, string value) =>
        value == null ? null : type.GetMethod("FindValue", new[] { typeof(string) }).Invoke(null, new object[] { value });

    public static IList NewList(Type type) => (IList)Activator.CreateInstance(type);

    public static IDictionary NewMap(Type type) => (IDictionary)Activator.CreateInstance(type);

    /// <summary>A moment of the wire: seconds since 1970, to the millisecond.</summary>
    public static DateTime FromEpoch(double seconds) =>
        Epoch.AddTicks((long)Math.Round(seconds * 1000) * TimeSpan.TicksPerMillisecond);

    /// <summary>A moment as ISO 8601 has it.</summary>
    public static DateTime FromText(string text) =>
        DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);

    public static decimal ToEpoch(DateTime moment) => (decimal)(moment.ToUniversalTime() - Epoch).Ticks / TimeSpan.TicksPerSecond;
}
