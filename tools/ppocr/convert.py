#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Rewrites the PP-OCRv4 models so that OpenCV 4.6's importer takes them.

usage: convert.py DETECTION.onnx RECOGNITION.onnx FOLDER

The published files use operators and shape arithmetic that OpenCV 4.6 refuses, and others that it is slow at: those
become fewer ones, or layers of ocr/network_layers.h. The rewritten files compute the same:
  FOLDER/detection.onnx    input 1x3xHxW (H, W multiples of 32), output 1x1xHxW, the share of text at each pixel
  FOLDER/recognition.onnx  input 1x3x48xW (W a multiple of 8), output 1x(W/8)xCLASSES, softmax over the characters
The sizes that the files declare are nominal: OpenCV takes others, but one net only ever one (see ocr/network.h).
"""
import sys

import numpy as np
import onnx
from onnx import helper, numpy_helper

DETECTION_SIZE = (640, 960)  # height, width
RECOGNITION_SIZE = (48, 320)
CLASSES = 6625
# The targets of the six Reshapes of the recognition model, in their order. It computes them from the shape of its
# input; -1 says the same. 120 features, 8 heads of 15, for query, key and value.
RESHAPES = [(1, 120, -1), (1, -1, 3, 8, 15), (1, -1, 120), (1, -1, 3, 8, 15), (1, -1, 120), (1, 1, -1, 120)]
# Of its seven Squeezes: three for each of the two attentions, one at the end.
SQUEEZES = [(1, 8, -1, 15)] * 6 + [(1, -1)]
FEATURES = 120


class Graph:
    def __init__(self, path):
        self.model = onnx.load(path)
        self.graph = self.model.graph
        self.constants = {i.name: numpy_helper.to_array(i) for i in self.graph.initializer}
        self.nodes = []
        for node in self.graph.node:
            if node.op_type == "Constant":
                self.constants[node.output[0]] = numpy_helper.to_array(node.attribute[0].t)
            else:
                self.nodes.append(node)

    def users(self, name):
        return [node for node in self.nodes if name in node.input]

    def maker(self, name):
        return next((node for node in self.nodes if name in node.output), None)

    def scalar_operand(self, node, operator):
        """The number and the other input of `value * number` or `value + number`; None for anything else."""
        if node is None or node.op_type != operator:
            return None
        for number, value in (node.input, reversed(node.input)):
            if number in self.constants and self.constants[number].size == 1:
                return float(self.constants[number].reshape(())), value
        return None

    def only_user(self, name, operator):
        (node,) = [node for node in self.users(name) if node.op_type != "Shape"]
        assert node.op_type == operator, f"{name} goes to a {node.op_type}, not to a {operator}"
        return node

    def add_constant(self, name, values):
        self.constants[name] = np.asarray(values)
        return name

    def replace_value(self, old, new):
        for node in self.nodes:
            for i, name in enumerate(node.input):
                if name == old:
                    node.input[i] = new

    def save(self, path, size, output_shape):
        """Keeps what the output needs, with every constant as an initializer."""
        needed, kept = {self.graph.output[0].name}, []
        for node in reversed(self.nodes):
            if needed.intersection(node.output):
                needed.update(node.input)
                kept.append(node)
        kept.reverse()
        tensors = [numpy_helper.from_array(self.constants[name], name) for name in sorted(needed & self.constants.keys())]
        given = helper.make_tensor_value_info(self.graph.input[0].name, onnx.TensorProto.FLOAT, [1, 3, *size])
        result = helper.make_tensor_value_info(self.graph.output[0].name, onnx.TensorProto.FLOAT, output_shape)
        graph = helper.make_graph(kept, self.graph.name, [given], [result], tensors)
        onnx.save(helper.make_model(graph, opset_imports=self.model.opset_import, ir_version=self.model.ir_version), path)


def bounds_as_attributes(graph):
    """Clip with its bounds as inputs -> the older form with attributes."""
    for node in graph.nodes:
        if node.op_type != "Clip" or len(node.input) == 1:
            continue
        low, high = (float(graph.constants[name]) for name in node.input[1:3])
        del node.input[1:]
        node.attribute.extend([helper.make_attribute("min", low), helper.make_attribute("max", high)])


def constant_reshapes(graph):
    """Reshape and Squeeze with targets that don't depend on the input."""
    reshapes, squeezes = iter(RESHAPES), iter(SQUEEZES)
    for node in graph.nodes:
        if node.op_type == "Reshape":
            target = next(reshapes)
        elif node.op_type == "Squeeze" and node.attribute[0].ints != [0] and node.attribute[0].ints != [2]:
            continue  # part of the shape arithmetic, which goes away
        elif node.op_type == "Squeeze":
            target = next(squeezes)
            if target == (1, -1):
                target = (1, FEATURES, -1)
            node.op_type = "Reshape"
            del node.attribute[:]
        else:
            continue
        shape = graph.add_constant(node.output[0] + "_shape", np.array(target, np.int64))
        del node.input[1:]
        node.input.append(shape)
    assert next(reshapes, None) is None and next(squeezes, None) is None, "this isn't the model that it should be"


def means_as_products(graph):
    """The mean over the features -> a product with a matrix that spreads it to all of them: nothing is broadcast."""
    mean = graph.add_constant("mean_of_features", np.full((FEATURES, FEATURES), 1 / FEATURES, np.float32))
    for node in graph.nodes:
        if node.op_type == "ReduceMean":
            node.op_type = "MatMul"
            del node.attribute[:]
            node.input.append(mean)


def fold_layer_norms(graph):
    """(z * scale + shift) W + bias  ->  z (scale W) + (shift W + bias); likewise for the 1x1 convolution."""
    for scaled in [n for n in graph.nodes if n.op_type == "Mul" and n.input[1].startswith("layer_norm")]:
        scale = graph.constants[scaled.input[1]]
        shifted = graph.only_user(scaled.output[0], "Add")
        shift = graph.constants[shifted.input[1]]
        user = [n for n in graph.users(shifted.output[0]) if n.op_type != "Shape"][0]
        if user.op_type == "MatMul":
            weights = graph.constants[user.input[1]]
            bias = graph.only_user(user.output[0], "Add")
            user.input[1] = graph.add_constant(user.input[1] + "_folded", scale[:, None] * weights)
            bias.input[1] = graph.add_constant(
                bias.input[1] + "_folded", (shift @ weights + graph.constants[bias.input[1]]).astype(np.float32))
        else:
            transposed = graph.only_user(user.output[0], "Transpose")
            convolution = graph.only_user(transposed.output[0], "Conv")
            weights = graph.constants[convolution.input[1]]
            convolution.input[1] = graph.add_constant(convolution.input[1] + "_folded", weights * scale[None, :, None, None])
            convolution.input.append(
                graph.add_constant("folded_bias", (weights[:, :, 0, 0] @ shift).astype(np.float32)))
        graph.replace_value(shifted.output[0], scaled.input[0])


def hard_swishes(graph):
    """x * clip(x + 3, 0, 6) / 6  ->  HardSwish, which OpenCV computes while it writes what the layer before made."""
    for divided in [n for n in graph.nodes if n.op_type == "Div"]:
        product = graph.maker(divided.input[0])
        if product is None or product.op_type != "Mul":
            continue
        clip = graph.maker(product.input[1])
        if clip is None or clip.op_type != "Clip":
            continue
        assert graph.scalar_operand(graph.maker(clip.input[0]), "Add") == (3, product.input[0])
        assert float(graph.constants[divided.input[1]].reshape(())) == 6
        divided.op_type = "KithHardSwish"
        divided.input[:] = [product.input[0]]


def weights_of(graph, convolution):
    """Weights and bias of the convolution as arrays of its own; a missing bias is 0."""
    weights = graph.constants[convolution.input[1]].astype(np.float64)
    bias = graph.constants[convolution.input[2]].astype(np.float64) if len(convolution.input) > 2 else np.zeros(len(weights))
    return weights, bias


def set_weights(graph, convolution, weights, bias):
    del convolution.input[1:]
    convolution.input.append(graph.add_constant(convolution.output[0] + "_weights", weights.astype(np.float32)))
    convolution.input.append(graph.add_constant(convolution.output[0] + "_bias", bias.astype(np.float32)))


def fold_scales_after(graph):
    """conv(x) * scale + shift  ->  a convolution with other weights."""
    for convolution in [n for n in graph.nodes if n.op_type == "Conv"]:
        for operator in ("Mul", "Add"):
            users = graph.users(convolution.output[0])
            if len(users) != 1 or not (operand := graph.scalar_operand(users[0], operator)):
                break
            weights, bias = weights_of(graph, convolution)
            if operator == "Mul":
                set_weights(graph, convolution, weights * operand[0], bias * operand[0])
            else:
                set_weights(graph, convolution, weights, bias + operand[0])
            graph.nodes.remove(users[0])
            graph.replace_value(users[0].output[0], convolution.output[0])


def fold_scales_before(graph):
    """conv(x * scale + shift)  ->  a convolution with other weights. One with padding, which would have to be shifted
    too, becomes a layer of our own that has a value for what is outside (ocr/network_layers.h)."""
    for convolution in [n for n in graph.nodes if n.op_type == "Conv"]:
        weights, bias = weights_of(graph, convolution)
        pads = next(list(a.ints) for a in convolution.attribute if a.name == "pads")
        depthwise = weights.shape[1] == 1
        outside = 0
        shift = graph.scalar_operand(graph.maker(convolution.input[0]), "Add")
        scale = graph.scalar_operand(graph.maker(shift[1]), "Mul") if shift else None
        if scale and (depthwise or not any(pads)):
            bias += shift[0] * weights.sum(axis=(1, 2, 3))
            weights *= scale[0]
            outside = -shift[0] / scale[0]
            convolution.input[0] = scale[1]
            set_weights(graph, convolution, weights, bias)
        if depthwise:
            set_weights(graph, convolution, weights, bias)
            convolution.op_type = "KithDepthwiseConvolution"
            convolution.attribute.append(helper.make_attribute("outside", float(outside)))


def lighten(graph):
    """Fewer layers that compute the same."""
    hard_swishes(graph)
    fold_scales_after(graph)
    fold_scales_before(graph)


def main(detection, recognition, folder):
    graph = Graph(detection)
    lighten(graph)
    bounds_as_attributes(graph)
    graph.save(f"{folder}/detection.onnx", DETECTION_SIZE, [1, 1, *DETECTION_SIZE])

    graph = Graph(recognition)
    lighten(graph)
    constant_reshapes(graph)
    means_as_products(graph)
    fold_layer_norms(graph)
    graph.save(f"{folder}/recognition.onnx", RECOGNITION_SIZE, [1, RECOGNITION_SIZE[1] // 8, CLASSES])


if len(sys.argv) != 4:
    sys.exit(__doc__)
main(*sys.argv[1:])
